import { FONT_VERSION, type FontPackage } from '../fonts/font-packages.ts';
import { packageName } from './package-name.ts';

/**
 * The package.json of a new meetup.
 * @param version of talkdeck
 * @param font of the decks' language, where talkdeck does not bring it
 */
export function packageManifest(folder: string, version: string, font: FontPackage | null): string {
  const manifest = {
    name: packageName(folder),
    private: true,
    scripts: {
      dev: 'talkdeck dev',
      build: 'talkdeck build',
      check: 'talkdeck check',
      export: 'talkdeck export',
    },
    dependencies: { ...(font === null ? {} : { [font]: FONT_VERSION }), talkdeck: `^${version}` },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
