import { posix } from 'node:path';
import type { FileToWrite } from '../base/files.ts';
import type { Deck } from '../deck/deck.ts';
import { type Diagrams, diagramStyles, diagramsElement, sourceHash } from '../slidev/file/drawn-diagrams.ts';
import type { BuiltDeck } from './deck-files.ts';
import { Html, html } from './html.ts';
import { absoluteAddress, POLICY } from './site-head.ts';
import { addressFrom, PLACES } from './site-places.ts';

/** Modules of a deck, by the names that the shared client imports (slidev/shell/shell.ts). */
const OF_DECK = ['/slides.js', '/configs.js', '/titles.js'];

/** The shared files: their place in a bundle, and on the site. */
const SHARED = '/shell/';

/** A page that presents a deck. Its initial content helps if scripts do not run. */
export function deckPage(
  built: BuiltDeck,
  deck: Pick<Deck, 'title' | 'lang'>,
  { event, site, articleHref, waiting, isKept }: DeckPageFacts,
): FileToWrite {
  const path = PLACES.deck(built.slug);
  const shared = addressFrom(path, PLACES.app('shell/'));
  const at = (url: string) =>
    url.startsWith(SHARED) ? `${shared}/${url.slice(SHARED.length)}` : `./${url.replace(/^(?:\.?\/)/, '')}`;
  const isShared = built.main.startsWith(SHARED);
  const names = Object.fromEntries([...OF_DECK.map((url) => [url, `.${url}`]), [SHARED, `${shared}/`]]);
  const map = isShared ? JSON.stringify({ imports: names }) : null;
  const styles = [...(isShared ? ['fonts.css'] : []), 'paper.css', 'deck.css'].map((name) =>
    addressFrom(path, PLACES.app(name)),
  );
  const hasDiagrams = Object.keys(built.diagrams).length > 0;
  const article = absoluteAddress(site, posix.join('slides', built.slug, articleHref));
  const page = html`<!doctype html>
<html lang="${deck.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(map, built.diagrams)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${deck.title} \u00b7 ${event}</title>
${article === null ? html`` : html`<link rel="canonical" href="${article}">\n`}<link rel="icon" href="${addressFrom(path, 'icon.svg')}" type="image/svg+xml">
${[...built.styles.map(at), ...styles].map((href) => html`<link rel="stylesheet" href="${href}">\n`)}${
  map === null ? null : html`<script type="importmap">${Html.rendered(map)}${END}\n`
}${built.scripts.map((url) => html`<link rel="modulepreload" href="${at(url)}">\n`)}<script type="module" src="${at(built.main)}">${END}
${isKept ? html`<script src="${addressFrom(path, 'offline.js')}" defer>${END}\n` : null}</head>
<body>
<div id="app" data-slides="${built.slides}">${waiting}</div>
${hasDiagrams ? Html.rendered(`${diagramsElement(built.diagrams)}\n`) : null}</body>
</html>
`;
  return { path, content: page.toHTML() };
}

export interface DeckPageFacts {
  /** Title of the meetup. */
  readonly event: string;
  /** Address of the site, if event.md has it. */
  readonly site: string | null;
  /** Link from the deck's page to the article with the same content. */
  readonly articleHref: string;
  /** Shown until the slides are loaded. */
  readonly waiting: Html;
  /** Whether browsers store the site for offline use. */
  readonly isKept: boolean;
}

/** Separate, because bundlers write these words in a tagged template with the help of a package of their own. */
const END = Html.rendered('</script>');

/**
 * The page's policy: that of all pages of the site, except that slides set sizes and colours of single elements, and
 * Slidev's style sheet contains pictures of buttons. Diagrams have style sheets, each allowed by its hash.
 */
function policyOf(map: string | null, diagrams: Diagrams): string {
  const scripts = ["'self'", ...(map === null ? [] : [sourceHash(map)])];
  const styles = ["'self'", ...diagramStyles(diagrams)];
  return POLICY.replace("script-src 'self'", `script-src ${scripts.join(' ')}`)
    .replace("style-src 'self'", `style-src ${styles.join(' ')}; style-src-attr 'unsafe-inline'`)
    .replace("img-src 'self'", "img-src 'self' data:");
}
