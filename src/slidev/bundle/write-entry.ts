import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { BundleJob } from '../job.ts';
import { loadSlidev } from '../load/load-slidev.ts';
import { clientFiles } from '../options.ts';

/** Turns off what a printed bundle does not need, and what would use the network. */
const PRINT_CONFIG = {
  routerMode: 'history',
  presenter: false,
  browserExporter: false,
  record: false,
  drawings: { enabled: false },
  editor: false,
  mcp: false,
  contextMenu: false,
  wakeLock: false,
  pwa: false,
  monaco: false,
  remoteAssets: false,
  preloadImages: false,
  favicon: '',
};

/**
 * The entry imports each deck's file, so that relative image paths resolve beside it. The first deck's headmatter
 * configures the whole bundle; all decks come from the same templates.
 */
export async function writeEntry({ root, no, decks }: BundleJob): Promise<string> {
  const first = decks[0];
  if (!first) throw new RangeError('no deck to bundle');
  const slidev = await loadSlidev();
  const parsed = await slidev.parser.parse(await readFile(join(root, first.file), 'utf8'), first.file);
  const head = parsed.slides[0]?.frontmatter ?? {};
  const fonts = { ...(head.fonts as object | undefined), provider: 'none' };
  const blocks = decks.map((deck, index) =>
    headOf(
      index === 0 ? { ...head, ...PRINT_CONFIG, fonts, src: `./${deck.file}` } : { src: `./${deck.file}` },
    ),
  );
  // Slidev searches parent folders for a workspace, and without this one might find a stranger's in the temporary
  // folder.
  const files = { ...clientFiles, 'package.json': '{"private":true,"type":"module","workspaces":[]}' };
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
