import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';
import { type FontFolders, packageFolder } from '../fonts/font-packages.ts';

const OWN = fileURLToPath(new URL('../../index.js', import.meta.url));
const BARE = /^(?:@[\w.-]+\/)?[\w][\w.-]*(?:\/|$)/;

/**
 * Lets a theme of one's own import what is installed with talkdeck, such as the fonts: a meetup need have no packages of
 * its own. What is installed beside the theme comes first.
 *
 * @param themeRoot absolute
 * @param fonts that the meetup has; they need not be where the theme or talkdeck is installed
 */
export function borrowPackages(themeRoot: string, fonts: FontFolders = {}): Plugin {
  const within = `${themeRoot.replaceAll('\\', '/')}/`;
  return {
    name: 'talkdeck:borrow-packages',
    enforce: 'pre',
    // Style sheets ask no plugin where a font lies.
    config: () => ({
      resolve: {
        alias: dependenciesOf(themeRoot).flatMap((name) => {
          if (packageFolder(themeRoot, name) !== null) return [];
          const folder =
            (fonts as Readonly<Record<string, string>>)[name] ?? packageFolder(dirname(OWN), name);
          return folder === null ? [] : { find: name, replacement: folder.replaceAll('\\', '/') };
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
  const file = readFile(join(folder, 'package.json'), { place: 'anywhere', limit: FILE_LIMITS.other });
  try {
    const manifest = JSON.parse(file.state === 'ok' ? file.value.toString('utf8') : '');
    return Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  } catch {
    return [];
  }
}
