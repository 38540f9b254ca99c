import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import { slideFindings } from '../../src/export/slide-findings.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { printDecks } from '../../src/print/print-decks.ts';
import type { PrintAsset, PrintableDeck } from '../../src/print/types.ts';
import type { Files } from '../compile-meetup.ts';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const THEME = 'templates/theme/';

export interface ExampleToPrint {
  /** Unique; also the deck's name. */
  readonly name: string;
  readonly files: Files;
  readonly asPptx: boolean;
}

/** What a browser finds in Ada's talk of each example, by name. Findings on the theme belong to no single example. */
export interface PrintedExamples {
  readonly ofDecks: ReadonlyMap<string, readonly Finding[]>;
  readonly ofTheme: readonly Finding[];
}

/** Prints the examples with one bundle and one browser; the theme contains the theme files of all examples. */
export async function printExamples(examples: readonly ExampleToPrint[]): Promise<PrintedExamples> {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-examples-'));
  try {
    const made = examples.map((example) => makeDeck(root, example));
    const pptx = new Set(examples.filter(({ asPptx }) => asPptx).map(({ name }) => name));
    const result = await printDecks({
      decks: made.map(({ deck }) => deck),
      assets: made.flatMap(({ assets }) => assets),
      themeRoot: makeTheme(root, examples),
      // A slide that does not compile costs only the slides once more.
      shellFolder: join(root, 'shells'),
      productsOf: ({ slug }) => (pptx.has(slug) ? [{ kind: 'pptx' }] : []),
    });
    const findings = slideFindings({ ...result, pictures: [] });
    const ofDecks = examples.map(({ name }) => {
      const own = findings.filter(({ args }) => 'deck' in args && args.deck === name);
      return [name, own] as const;
    });
    const ofTheme = findings.filter(({ args }) => !('deck' in args));
    return { ofDecks: new Map(ofDecks), ofTheme };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function makeDeck(
  root: string,
  { name, files }: ExampleToPrint,
): { readonly deck: PrintableDeck; readonly assets: readonly PrintAsset[] } {
  const folder = join(root, name);
  for (const [path, content] of Object.entries(files)) {
    // A user's theme replaces the built-in one as a whole, while the examples show only part of one.
    if (!path.startsWith(THEME)) write(join(folder, path), content);
  }
  const project = openProject(folder);
  const { value, findings } = compile(project);
  if (!value || findings.length > 0) throw new Error(`${name}: ${JSON.stringify(findings, null, 2)}`);
  const { decks, assets } = printableDecks(project, value);
  const deck = decks.find(({ slug }) => slug === 'ada');
  if (!deck) throw new Error(`${name} has no talk of Ada's`);
  return { deck: { ...deck, slug: name }, assets };
}

function makeTheme(root: string, examples: readonly ExampleToPrint[]): string {
  const theme = join(root, 'theme');
  cpSync(join(REPOSITORY, THEME), theme, { recursive: true });
  // The theme resolves its fonts from there.
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  for (const { name, files } of examples) {
    for (const [path, content] of Object.entries(files)) {
      if (!path.startsWith(`${THEME}styles/`)) continue;
      const below = path.slice(`${THEME}styles/`.length);
      write(join(theme, 'styles', name, below), content);
      if (!below.includes('/')) {
        appendFileSync(join(theme, 'styles', 'index.ts'), `import './${name}/${below}';\n`);
      }
    }
  }
  return theme;
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
