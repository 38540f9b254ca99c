import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const OWN = fileURLToPath(new URL('../../index.js', import.meta.url));
const BARE = /^(?:@[\w.-]+\/)?[\w][\w.-]*(?:\/|$)/;

/**
 * Lets a theme of one's own import what is installed with talkdeck, such as the fonts: a meetup need have no packages of
 * its own. What is installed beside the theme comes first.
 *
 * @param themeRoot absolute
 */
export function borrowPackages(themeRoot: string): Plugin {
  const from = createRequire(join(themeRoot, 'index.js'));
  const folderOf = (require: NodeJS.Require, name: string) =>
    require.resolve
      .paths(name)
      ?.map((folder) => join(folder, name))
      .find((folder) => existsSync(folder));
  const within = `${themeRoot.replaceAll('\\', '/')}/`;
  return {
    name: 'talkdeck:borrow-packages',
    enforce: 'pre',
    // Style sheets ask no plugin where a font lies.
    config: () => ({
      resolve: {
        alias: dependenciesOf(themeRoot).flatMap((name) => {
          const folder = folderOf(from, name) ? undefined : folderOf(createRequire(OWN), name);
          return folder === undefined ? [] : { find: name, replacement: folder.replaceAll('\\', '/') };
        }),
      },
    }),
    async resolveId(source, importer, options) {
      if (!importer?.startsWith(within) || !BARE.test(source)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found ?? this.resolve(source, OWN, { ...options, skipSelf: true });
    },
  };
}

function dependenciesOf(folder: string): readonly string[] {
  try {
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return Object.keys(dependencies);
  } catch {
    return [];
  }
}
