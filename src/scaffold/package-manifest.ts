import { packageName } from './package-name.ts';

/** The package.json of a new meetup. @param version of talkdeck */
export function packageManifest(folder: string, version: string): string {
  const manifest = {
    name: packageName(folder),
    private: true,
    scripts: {
      dev: 'talkdeck dev',
      build: 'talkdeck build',
      check: 'talkdeck check',
      export: 'talkdeck export',
    },
    dependencies: { talkdeck: `^${version}` },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
