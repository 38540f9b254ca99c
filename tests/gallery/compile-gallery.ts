import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import type { DeckKind } from '../../src/deck/deck.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import { wholeParts } from '../../src/export/whole.ts';
import { hasErrors, toMessage } from '../../src/findings/finding.ts';
import type { AuditOptions, PrintAsset } from '../../src/print/types.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import type { GalleryLook } from './looks.ts';

/**
 * Suppresses what differs between machines even with the same fonts: hinting (a fraction of a pixel in each stroke, and
 * in the width of a diagram's boxes) and subpixel colours (not used in a separate layer).
 */
const STEADY = `
* { text-rendering: geometricPrecision !important; }
body { will-change: transform; }
`;

const LANGUAGES = ['zh', 'en'] as const;

type Openable = Pick<AuditOptions, 'decks' | 'assets' | 'themeRoot'>;

/** The gallery's decks in one look, ready to be opened together; slugs look like `quiet/zh-dense`. */
export function compileGallery(look: GalleryLook): Openable & { readonly shellFolder: string } {
  const compiled = LANGUAGES.map((language) => {
    const { decks, ...rest } = compileLanguage(language, look);
    return { ...rest, decks: decks.map((deck) => ({ ...deck, name: `${language}-${deck.slug}` })) };
  });
  const decks = compiled.flatMap((each) => each.decks);
  const assets = compiled.flatMap((each) => each.assets);
  return {
    decks: decks
      .filter(({ name }) => look.decks === null || look.decks.includes(name))
      .map(({ name, ...deck }) => ({ ...deck, slug: `${look.folder}/${name}` })),
    // No event.md sets colours or fonts, so one style sheet fits both.
    assets: [...assets, steadied(assets)],
    themeRoot: openProject('.').themeFolder,
    shellFolder: KEPT_SHELL,
  };
}

function steadied(assets: readonly PrintAsset[]): PrintAsset {
  const path = 'style.css';
  const own = assets.find((asset) => asset.path === path);
  if (!own) throw new RangeError(`there is no ${path}`);
  return { path, bytes: Buffer.from(`${Buffer.from(own.bytes)}${STEADY}`) };
}

/** Compiles a copy of a language's meetup with the look set in its event.md. */
function compileLanguage(language: string, { theme, ratio, more }: GalleryLook): Openable {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-gallery-'));
  try {
    cpSync(fileURLToPath(new URL(language, import.meta.url)), root, { recursive: true });
    if (more && language === 'en') {
      cpSync(fileURLToPath(new URL(more, import.meta.url)), root, { recursive: true });
    }
    const path = join(root, 'content', 'event.md');
    const event = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      event.replace(/^theme: .*$/m, `theme: ${theme}`).replace(/^ratio: .*$/m, `ratio: "${ratio}"`),
    );
    const project = openProject(root);
    const { value, findings } = compile(project);
    const said = findings.map((found) => `${found.file}:${found.at.line} ${toMessage(found).what}`);
    if (!value || hasErrors(findings)) throw new Error(`tests/gallery/${language}/\n${said.join('\n')}`);
    const parts = wholeParts(value);
    const { decks: printable, ...rest } = printableDecks(project, { decks: parts, files: value.files });
    const named: Partial<Record<DeckKind, string>> = { opening: 'front', closing: 'closing' };
    return {
      ...rest,
      decks: printable.map((deck, index) => ({
        ...deck,
        slug: named[parts[index]?.deck.kind ?? 'meetup'] ?? deck.slug,
      })),
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}
