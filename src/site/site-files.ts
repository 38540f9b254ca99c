import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { digestOf } from '../base/changed.ts';
import { wording } from '../base/errors.ts';
import type { FileToWrite } from '../base/files.ts';
import { compiledFile } from '../base/packages.ts';
import { type Look, PALETTES } from '../content/summary/meetup.ts';
import { readTemplates } from '../render/strict-templates.ts';
import type { BuiltDecks } from './deck-files.ts';
import { deckPage } from './deck-page.ts';
import type { Html } from './html.ts';
import { htmlTemplates } from './html-templates.ts';
import { hasFeed, machineFiles } from './machine-files.ts';
import { articleOf, filePath, type SiteContent, type SitePage } from './page-parts.ts';
import { headHtml, rootOf } from './site-head.ts';
import { readPalettes, siteLookCss } from './site-look.ts';
import { sitePages } from './site-pages.ts';
import { addressFrom, PLACES } from './site-places.ts';
import { siteWords } from './site-words.ts';

export interface SiteSources extends SiteContent {
  /** Absolute; later ones take precedence. */
  readonly templateFolders: readonly string[];
  /** Absolute. */
  readonly themeFolder: string;
  /** Pictures and fonts of the meetup, by path below slides/. */
  readonly media: readonly FileToWrite[];
  readonly isHidden: boolean;
  /** Pictures for link previews. */
  readonly previews: readonly FileToWrite[];
  /** Whether browsers store it for offline use. */
  readonly isKept: boolean;
  /** Slides to present. */
  readonly built: BuiltDecks;
}

/**
 * All files of the site, sorted by path. The same sources give the same bytes.
 * @throws CliError if a template is broken
 */
export function siteFiles(sources: SiteSources): readonly FileToWrite[] {
  const { meetup, decks, offered, media, isHidden, isKept, built, previews, colors, drawings } = sources;
  const pages = sitePages(sources);
  const render = pageTemplates(sources.templateFolders);
  const pictures = new Set(previews.map(({ path }) => path));
  const previewOf = ({ deck }: SitePage) =>
    [deck, decks[0]?.slug]
      .flatMap((slug) => slug ?? [])
      .map(PLACES.preview)
      .find((path) => pictures.has(path)) ?? null;
  const head = { isHidden, hasFeed: hasFeed(meetup, isHidden) };
  const { look, site } = meetup.event;
  const palettes = readPalettes(sources.themeFolder, look.theme);
  const written = pages.map((page): FileToWrite => {
    const view = { ...page.view, root: rootOf(site, page.path), lang: page.lang, look: look.theme };
    const body = render(page, view);
    const whole = {
      ...view,
      accent: page.accent,
      template: page.template,
      offline: isKept,
      head: headHtml(page, meetup, { ...head, preview: previewOf(page) }),
      body,
    };
    return { path: page.path, content: render({ template: 'layout' }, whole).toHTML() };
  });
  const files = [
    ...written,
    { path: 'search.js', content: compiledScript('search') },
    ...(pages.some(({ template }) => template === 'moderate')
      ? [{ path: 'moderate.js', content: compiledScript('moderate') }]
      : []),
    { path: 'search-data.js', content: searchData(pages) },
    { path: 'site.css', content: styles(sources.templateFolders) },
    { path: 'look.css', content: `${siteLookCss(look, decks, palettes)}${colors?.styles() ?? ''}` },
    { path: 'icon.svg', content: icon(look) },
    ...FONTS.map(({ file, name }) => ({ path: `fonts/${name}`, content: fontBytes(file) })),
    ...media.map(({ path, content }) => ({ path: `media/${path}`, content })),
    ...offered.map((file) => ({ path: filePath(file), content: file.bytes })),
    ...machineFiles(pages, meetup, isHidden),
    ...previews,
    ...drawings.map(({ path, svg }) => ({ path, content: svg })),
    ...built.files,
    ...deckPages(sources, render),
  ];
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...files, ...workerFiles(files, isKept)];
}

/**
 * The service worker, which knows every file of this version by its digest. If nothing is to be stored, one that
 * deletes what an earlier one stored.
 */
function workerFiles(files: readonly FileToWrite[], isKept: boolean): readonly FileToWrite[] {
  const offline = isKept ? [{ path: 'offline.js', content: compiledScript('offline') }] : [];
  const all = [...files, ...offline];
  const digests = all.map(({ path, content }) => [path, digestOf(content).slice(0, 16)]);
  const known = `talkdeckFiles = ${JSON.stringify(isKept ? Object.fromEntries(digests) : null)};\n`;
  return [...offline, { path: 'worker.js', content: `self.${known}${compiledScript('worker')}` }];
}

/** A script for browsers. */
function compiledScript(name: string): string {
  return readFileSync(compiledFile(`./${name}.js`, import.meta.url), 'utf8');
}

/** Every place on the site with its text, for src/site/pages/search.ts. */
function searchData(pages: readonly SitePage[]): string {
  const places = pages.flatMap(({ path, title, findable }) =>
    findable.map((place) => [addressFrom('', path, place.anchor), place.title, title, place.text]),
  );
  return `talkdeckPlaces = ${JSON.stringify(places).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')};\n`;
}

type RenderPage = (
  page: Pick<SitePage, 'template'> | { readonly template: 'layout' | 'deck' },
  view: object,
) => Html;

function deckPages(
  { meetup, decks, built, templateFolders, isKept }: SiteSources,
  render: RenderPage,
): readonly FileToWrite[] {
  const { title: event, site } = meetup.event;
  if (built.decks.length === 0) return [];
  const sheet = readTemplates(
    templateFolders.map((folder) => join(folder, 'site')),
    [''],
    '.css',
  ).get('deck');
  return [
    { path: PLACES.app('deck.css'), content: sheet?.text ?? '' },
    ...built.decks.flatMap((each) => {
      const deck = decks.find(({ slug }) => slug === each.slug);
      if (!deck) return [];
      const { title, lang } = deck;
      const articleHref = addressFrom(PLACES.deck(deck.slug), articleOf(deck, meetup));
      const waiting = render({ template: 'deck' }, { title, articleHref, words: siteWords(lang) });
      return [deckPage(each, deck, { event, site, articleHref, waiting, isKept })];
    }),
  ];
}

function pageTemplates(folders: readonly string[]): RenderPage {
  const sources = readTemplates(
    folders.map((folder) => join(folder, 'site')),
    ['', 'kinds', 'parts'],
    '.html.hbs',
  );
  const render = htmlTemplates(sources, 'site', wording`The values of each page are listed in docs/site.md.`);
  return ({ template }, view) => render(template, view);
}

/** All style sheets, sorted by name; the organiser's replace those of the same name. */
function styles(folders: readonly string[]): string {
  const sheets = readTemplates(
    folders.map((folder) => join(folder, 'site')),
    ['styles'],
    '.css',
  );
  return [...sheets]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { text }]) => text)
    .join('\n');
}

/** Latin letters use the decks' fonts; Chinese, Japanese and Korean text the reader's own. */
const FONTS = [
  { name: 'inter-400.woff2', file: 'inter-latin-400-normal.woff2' },
  { name: 'inter-700.woff2', file: 'inter-latin-700-normal.woff2' },
] as const;

function fontBytes(file: string): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve(`@fontsource/inter/files/${file}`));
}

/** A slide in the meetup's colour. */
function icon({ accents, theme }: Look): string {
  const color = accents[0] ?? PALETTES[theme][0];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="2" y="6" width="28" height="20" rx="3" fill="${color}"/><path d="M8 13h16M8 19h10" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>\n`;
}
