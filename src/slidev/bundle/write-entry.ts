import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { BundleJob, BundlePurpose } from '../job.ts';
import { loadSlidev } from '../load/load-slidev.ts';
import { clientFiles } from '../options.ts';

/** Features that no bundle needs: the deck is generated, and nothing may use the network. */
const NEVER = {
  routerMode: 'history',
  browserExporter: false,
  record: false,
  editor: false,
  mcp: false,
  contextMenu: false,
  pwa: false,
  monaco: false,
  remoteAssets: false,
  preloadImages: false,
  favicon: '',
};

/** Settings for a browser without our server. */
const ALONE = {
  ...NEVER,
  routerMode: 'hash',
  presenter: true,
  drawings: { enabled: true, persist: false },
  wakeLock: true,
};

const CONFIGS: Readonly<Record<BundlePurpose, object>> = {
  print: { ...NEVER, presenter: false, drawings: { enabled: false }, wakeLock: false },
  stage: { ...NEVER, presenter: true, drawings: { enabled: true, persist: false }, wakeLock: true },
  file: ALONE,
  web: ALONE,
};

/**
 * The entry imports each deck's file, so that relative image paths resolve beside it. The first deck's headmatter
 * configures the whole bundle; all decks come from the same templates.
 */
export async function writeEntry({ root, no, decks, title, purpose = 'print' }: BundleJob): Promise<string> {
  const first = decks[0];
  if (!first) throw new RangeError('no deck to bundle');
  const slidev = await loadSlidev();
  const parsed = await slidev.parser.parse(await readFile(join(root, first.file), 'utf8'), first.file);
  const head = parsed.slides[0]?.frontmatter ?? {};
  const fonts = { ...(head.fonts as object | undefined), provider: 'none' };
  const blocks = decks.map((deck, index) =>
    headOf(
      index === 0
        ? {
            ...head,
            ...(title === undefined ? {} : { title }),
            ...CONFIGS[purpose],
            fonts,
            src: `./${deck.file}`,
          }
        : { src: `./${deck.file}` },
    ),
  );
  // Slidev looks upwards for a workspace; without this one it might find a stranger's in the temporary folder.
  const files = {
    ...clientFiles[purpose],
    'package.json': '{"private":true,"type":"module","workspaces":[]}',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const entry = join(root, `talkdeck-entry-${no}.md`);
  await writeFile(entry, blocks.map((block) => `---\n${block}---\n`).join('\n'));
  return entry;
}

/** For Slidev, front matter ends at the next `---` anywhere, even inside a title. */
function headOf(fields: object): string {
  const inQuotes = { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 } as const;
  return stringify(fields, inQuotes).replaceAll('---', '\\x2d\\x2d\\x2d');
}
