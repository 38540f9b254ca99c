import { createHash } from 'node:crypto';

/** Drawn diagrams as SVG, keyed as in the page that drew them (plugins/without-server.ts). */
export type Diagrams = Readonly<Record<string, string>>;

const ELEMENT = '<script type="application/json" id="talkdeck-diagrams">';

/** The element in which a page stores its diagrams. */
export function diagramsElement(diagrams: Diagrams): string {
  return `${ELEMENT}${JSON.stringify(diagrams).replaceAll('<', '\\u003c')}</script>`;
}

/** The diagrams in a page. @param page made with `diagramsElement` */
export function diagramsOf(page: Uint8Array): Diagrams {
  const text = Buffer.from(page).toString('utf8');
  const start = text.indexOf(ELEMENT) + ELEMENT.length;
  return JSON.parse(text.slice(start, text.indexOf('</script>', start)));
}

/** The diagrams in a deck's scripts, with stable ids: Mermaid's are random. */
export function shownDiagrams(scripts: string, drawn: Diagrams): Diagrams {
  const shown = Object.entries(drawn).filter(([key]) => scripts.includes(key.slice(0, key.indexOf('{'))));
  return Object.fromEntries(
    shown
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, svg], index) => {
        const id = /^<svg[^>]*? id="([^"]+)"/.exec(svg)?.[1];
        return [key, id === undefined ? svg : svg.replaceAll(id, `diagram-${index + 1}`)];
      }),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&gt;': '>', '&lt;': '<', '&quot;': '"', '&amp;': '&' };

/** CSP sources for the style sheets in diagrams: the hash of each. */
export function diagramStyles(diagrams: Diagrams): readonly string[] {
  return Object.values(diagrams).flatMap((svg) =>
    [...svg.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text = '']) =>
      sourceHash(
        oneLineEnd(text).replaceAll(/&(?:gt|lt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity),
      ),
    ),
  );
}

/** CSP hash of a script or style sheet. @param text with normalized line ends, as a browser compares it */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Normalizes line ends as a browser does. */
export function oneLineEnd(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\\x00');
}
