import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  const realRoot = realpathSync(themeRoot);
  return (files) => {
    for (const file of files) {
      const path = relative(themeRoot, file);
      // Slidev knows files of the deck as they were named to it.
      if (path.startsWith('..')) server.watcher.emit('change', file);
      else {
        themeChanged();
        announce(join(realRoot, path));
      }
    }
  };

  /** Vite knows modules of the theme by the path that they really have. */
  function announce(file: string): void {
    const real = realPath(file);
    if (real === null) server.watcher.emit('unlink', file);
    else server.watcher.emit(isKnown(real) ? 'change' : 'add', real);
  }

  function isKnown(file: string): boolean {
    return server.moduleGraph.getModulesByFile(file.replaceAll('\\', '/')) !== undefined;
  }
}

/** Null if the file is gone. */
function realPath(file: string): string | null {
  try {
    return realpathSync(file);
  } catch {
    return null;
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
