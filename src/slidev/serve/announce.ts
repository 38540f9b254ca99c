import { existsSync, realpathSync } from 'node:fs';
import { relative } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';

/**
 * Tells a server, which watches nothing itself, that files of the deck or the theme were written or removed.
 * @param themeRoot absolute
 * @param themeChanged called before the server is told of a file of the theme
 * @returns takes absolute paths
 */
export function announcer(
  server: ViteDevServer,
  themeRoot: string,
  themeChanged: () => void,
): (files: readonly string[]) => void {
  const isOfTheme = (file: string) => !relative(themeRoot, file).startsWith('..');
  return (files) => {
    for (const file of files) {
      // Vite knows modules by the path that they really have.
      const real = existsSync(file) ? realpathSync(file) : file;
      if (isOfTheme(file)) themeChanged();
      server.watcher.emit(isOfTheme(file) ? eventOf(real) : 'change', real);
    }
  };

  function eventOf(file: string): 'add' | 'change' | 'unlink' {
    if (!existsSync(file)) return 'unlink';
    const known = server.moduleGraph.getModulesByFile(file.replaceAll('\\', '/'));
    return known ? 'change' : 'add';
  }
}

/**
 * Updates every module of a changed component where its compiler finds nothing changed: it compares with the last state
 * that any server of this process has seen, so only the first one finds the difference.
 */
export function updateComponents(): Plugin {
  return {
    name: 'talkdeck:update-components',
    hotUpdate: {
      order: 'post',
      handler({ file, modules }) {
        if (modules.length > 0 || !file.endsWith('.vue')) return;
        return [...(this.environment.moduleGraph.getModulesByFile(file) ?? [])];
      },
    },
  };
}
