import { createHash } from 'node:crypto';

/** Drawn diagrams as SVG, by what the page that drew them calls each (plugins/without-server.ts). */
export type Diagrams = Readonly<Record<string, string>>;

const ELEMENT = '<script type="application/json" id="talkdeck-diagrams">';

/** What a page holds its diagrams in. */
export function diagramsElement(diagrams: Diagrams): string {
  return `${ELEMENT}${JSON.stringify(diagrams).replaceAll('<', '\\u003c')}</script>`;
}

/** The diagrams that a page holds. @param page made with `diagramsElement` */
export function diagramsOf(page: Uint8Array): Diagrams {
  const text = Buffer.from(page).toString('utf8');
  const start = text.indexOf(ELEMENT) + ELEMENT.length;
  return JSON.parse(text.slice(start, text.indexOf('</script>', start)));
}

/** Those that a deck's scripts show, with the same names each time: Mermaid draws them at random. */
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

/** What a page's policy says of the style sheets that diagrams bring: the hash of each. */
export function diagramStyles(diagrams: Diagrams): readonly string[] {
  return Object.values(diagrams).flatMap((svg) =>
    [...svg.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text = '']) =>
      sourceHash(
        oneLineEnd(text).replaceAll(/&(?:gt|lt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity),
      ),
    ),
  );
}

/** A script or a style sheet in a page, for its policy. @param text with line ends made one, as a browser compares it */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** As a browser reads the text of a page. */
export function oneLineEnd(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\\x00');
}
