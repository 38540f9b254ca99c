import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { digestOfAll } from '../base/changed.ts';
import type { FileToWrite } from '../base/files.ts';
import type { Project } from '../base/project.ts';
import { meetupFolder, openStore, type Store, sharedFolder } from '../base/store.ts';
import { temporaryFolder } from '../base/temporary-folder.ts';
import type { Compilation } from '../build/compile.ts';
import type { Deck } from '../deck/deck.ts';
import type { Slide } from '../deck/kinds/slides.ts';
import { assetsOf, deckKey, digestAssets, environmentOf } from '../export/deck-key.ts';
import { printableDecks } from '../export/printable-decks.ts';
import { FILE_START, type Finding, finding } from '../findings/finding.ts';
import { drawDiagrams } from '../print/draw-diagrams.ts';
import type { DiagramImages } from '../print/page/diagram-images.ts';
import type { AuditOptions, PrintableDeck, SlideProblem } from '../print/types.ts';
import { writeSources } from '../print/visit/bundle-folder.ts';
import { renderDecks } from '../render/render-decks.ts';
import { loadTemplates } from '../render/templates.ts';
import { type BuiltPage, readBuiltPage } from '../slidev/bundle/built-page.ts';
import { type Bundler, startBundler } from '../slidev/bundle/start-bundler.ts';
import { type Diagrams, shownDiagrams } from '../slidev/file/drawn-diagrams.ts';
import type { BundledSlide } from '../slidev/job.ts';
import type { SiteFacts } from './article.ts';
import { withDiagramFonts } from './diagram-fonts.ts';
import { PLACES } from './site-places.ts';

/** A deck that is presented from the site. */
export interface BuiltDeck extends BuiltPage {
  readonly slug: string;
  /** Number of its slides. */
  readonly slides: number;
  /** The diagrams in the deck. */
  readonly diagrams: Diagrams;
  /** The same as images, for other pages. */
  readonly images: DiagramImages;
}

export interface BuiltDecks {
  readonly decks: readonly BuiltDeck[];
  /** Without their pages. */
  readonly files: readonly FileToWrite[];
  /** Slides that do not compile. */
  readonly findings: readonly Finding[];
}

/** Limit per meetup: decks, what they share, fonts; for the whole of some evenings. */
const KEPT = { entries: 400, bytes: 256 * 2 ** 20 };

/**
 * Builds Slidev's application for every deck, without anything that event.md does not publish. What was built before is
 * taken from the cache, without loading Slidev if that is everything.
 *
 * @param started bundler to use; its starter ends it if unused
 * @throws CliError if the theme cannot be built
 */
export async function buildDecks(
  project: Project,
  compilation: Compilation,
  shows: SiteFacts['shows'],
  browser: Pick<AuditOptions, 'browserPath' | 'signal'> = {},
  started: Bundler | null = null,
): Promise<BuiltDecks> {
  const {
    decks: all,
    assets,
    ...rest
  } = printableDecks(project, {
    decks: renderDecks(
      compilation.decks.map(({ deck }) => published(deck, shows)),
      loadTemplates(project.templateFolders),
      project.theme,
      undefined,
      shows.sources ? compilation.recording : null,
    ),
    files: compilation.files,
  });
  const environment = environmentOf(project.themeFolder, browser.browserPath);
  const assetsFor = assetsOf(all, digestAssets(assets));
  const decks = all.map((deck) => ({
    ...deck,
    key: deckKey(deck, { kind: 'web' }, assetsFor(deck), environment),
  }));
  const keptFolder = meetupFolder(project.root, 'web');
  const store = openStore(keptFolder);
  const key = `site-${digestOfAll(decks.map((deck) => deck.key)).slice(0, 40)}`;
  const before = store.get(key);
  if (before) return filesOf(decks, Object.entries(unzipSync(before)));
  const temporary = await temporaryFolder();
  const bundler = started ?? startBundler();
  try {
    const printable = { ...rest, ...browser, decks, assets, shellFolder: sharedFolder('shell') };
    const job = await writeSources(temporary.path, printable);
    const keyed = job.decks.map((deck, index) => ({ ...deck, key: decks[index]?.key ?? '' }));
    const bundle = await bundler.bundle({ ...job, decks: keyed, purpose: 'web', keptFolder });
    if (bundle.broken.length > 0) return unbuilt(bundle.broken, bundle.slides, decks);
    const drawn = await drawnOnce(
      decks.filter(({ text }) => DIAGRAM.test(text)),
      store,
      printable,
    );
    if ('findings' in drawn) return drawn;
    const bundled = await readAll(bundle.outDir);
    const images = await withFonts(drawn.images, bundled, store);
    const made = [...bundled, [DIAGRAMS, inBytes({ ...drawn, images } satisfies Drawn)] as const];
    store.put(key, zipSync(Object.fromEntries(made), { level: 0 }));
    store.trim(KEPT);
    return filesOf(decks, made);
  } finally {
    await bundler.dispose();
    await temporary.dispose();
  }
}

/** A deck without what event.md does not publish. */
function published(deck: Deck, { notes, sources }: SiteFacts['shows']): Deck {
  const without = <S extends Slide | Deck['cover']>(slide: S): S => ({
    ...slide,
    ...(notes ? {} : { notes: [] }),
    ...(sources ? {} : { sources: [] }),
  });
  return { ...deck, cover: without(deck.cover), slides: deck.slides.map(without) };
}

const DIAGRAM = /^```mermaid/m;

const inBytes = (value: unknown) => Buffer.from(JSON.stringify(value));

/** The diagrams of decks; only those of changed decks are drawn. */
async function drawnOnce(
  decks: readonly (PrintableDeck & { readonly key: string })[],
  store: Store,
  options: Omit<AuditOptions, 'decks'>,
): Promise<BuiltDecks | Drawn> {
  const keyOf = ({ key }: { readonly key: string }) => `drawn-${key}`;
  const before = decks.map((deck) => store.get(keyOf(deck)));
  const changed = decks.filter((_, index) => !before[index]);
  const all = before.flatMap((bytes) => (bytes ? [JSON.parse(textOf(bytes)) as Drawn] : []));
  if (changed.length > 0) {
    const { diagrams, images, problems, slides } = await drawDiagrams({ ...options, decks: changed });
    // Faults of pictures and videos are for export to find.
    const undrawn = problems.filter(({ kind }) => kind !== 'image');
    if (undrawn.length > 0) return unbuilt(undrawn, slides, changed);
    for (const [index, deck] of changed.entries()) {
      const drawn: Drawn = { diagrams: diagrams[index] ?? {}, images: { [deck.slug]: images[index] ?? {} } };
      store.put(keyOf(deck), inBytes(drawn));
      all.push(drawn);
    }
  }
  return {
    diagrams: Object.assign({}, ...all.map(({ diagrams }) => diagrams)),
    images: Object.assign({}, ...all.map(({ images }) => images)),
  };
}

async function withFonts(images: Drawn['images'], bundled: Files, store: Store): Promise<Drawn['images']> {
  const files = bundled.map(([path, content]) => ({ path, content }));
  const done: Record<string, DiagramImages> = {};
  for (const [slug, drawn] of Object.entries(images)) {
    const finished: Record<string, DiagramImages[string]> = {};
    for (const [source, image] of Object.entries(drawn)) {
      finished[source] = { ...image, svg: await withDiagramFonts(image.svg, files, store) };
    }
    done[slug] = finished;
  }
  return done;
}

function textOf(bytes: Uint8Array = new Uint8Array()): string {
  return Buffer.from(bytes).toString('utf8');
}

interface Drawn {
  /** Of all decks. */
  readonly diagrams: Diagrams;
  /** By deck. */
  readonly images: Readonly<Record<string, DiagramImages>>;
}

/** The diagrams of all decks, stored beside them in the cache. */
const DIAGRAMS = 'diagrams.json';

type Files = readonly (readonly [path: string, bytes: Uint8Array])[];

function filesOf(decks: readonly PrintableDeck[], made: Files): BuiltDecks {
  const unlisted = new Map(made.filter(([path]) => path === DIAGRAMS || path.endsWith('/index.html')));
  const drawn: Drawn = JSON.parse(textOf(unlisted.get(DIAGRAMS)));
  const scriptsOf = (folder: string) =>
    made.flatMap(([path, bytes]) => (path.startsWith(folder) && path.endsWith('.js') ? [textOf(bytes)] : []));
  return {
    decks: decks.map(({ slug, text, origins }, index) => ({
      ...readBuiltPage(textOf(unlisted.get(`${index + 1}/index.html`))),
      slug,
      slides: origins.length,
      diagrams: DIAGRAM.test(text) ? shownDiagrams(scriptsOf(`${index + 1}/`).join(''), drawn.diagrams) : {},
      images: drawn.images[slug] ?? {},
    })),
    files: made
      .filter(([path]) => !unlisted.has(path))
      .map(([path, content]) => {
        const [, number, name = ''] = /^(\d+)\/(.+)$/.exec(path) ?? [];
        const slug = number && decks[Number(number) - 1]?.slug;
        return { path: slug ? `slides/${slug}/${name}` : PLACES.app(path), content };
      }),
    findings: [],
  };
}

async function readAll(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const read = paths
    .sort()
    .map(
      async (path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path)] as const,
    );
  return Promise.all(read);
}

/** @param problems numbered by `slides`, which are those of `decks` */
function unbuilt(
  problems: readonly Pick<SlideProblem, 'slide' | 'detail'>[],
  slides: readonly BundledSlide[],
  decks: readonly PrintableDeck[],
): BuiltDecks {
  const findings = problems.map(({ slide, detail }) => {
    const { deck: number = 0, index = 0 } = slides[slide] ?? {};
    const deck = decks[number];
    const origin = deck?.origins[index];
    return finding(
      origin?.file ?? 'content/event.md',
      { ...FILE_START, line: origin?.line ?? 1 },
      'slide-failed',
      { deck: deck?.slug ?? '', slide: index + 1, detail, picture: null, problem: 'compile' },
    );
  });
  return { decks: [], files: [], findings };
}
