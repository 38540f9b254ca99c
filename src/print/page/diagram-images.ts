import type { PageElement, PageGlobals } from './dom.ts';

/** A diagram as a self-contained image: XML that is drawn the same anywhere, apart from its fonts. */
export interface DiagramImage {
  readonly svg: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** By source. */
export type DiagramImages = Readonly<Record<string, DiagramImage>>;

interface DrawnElement extends PageElement {
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly viewBox: { readonly baseVal: { readonly width: number; readonly height: number } };
  querySelectorAll(selector: string): Iterable<DrawnElement>;
  cloneNode(isDeep: true): DrawnElement;
  remove(): void;
}

/**
 * The diagrams on the page as separate images, in the colours that their slides give them. Scripts and outside
 * references are removed, because somebody may open an image as a page. Runs in the browser.
 */
export function diagramImages(): DiagramImages {
  const { document, getComputedStyle, XMLSerializer, ...drawing } = globalThis as unknown as PageGlobals & {
    readonly XMLSerializer: new () => { serializeToString(node: PageElement): string };
    /** See slidev/plugins/without-server.ts. */
    readonly __talkdeckDiagrams?: ReadonlyMap<string, string>;
    readonly __talkdeckSources?: ReadonlyMap<string, string>;
  };
  const { __talkdeckDiagrams: drawn = new Map(), __talkdeckSources: sources = new Map() } = drawing;
  const hosts = [...document.querySelectorAll('.mermaid')];
  const images: Record<string, DiagramImage> = {};
  for (const [key, markup] of drawn) {
    const source = sources.get(key);
    const id = /^<svg[^>]*? id="([\w-]+)"/.exec(markup)?.[1];
    const host = hosts.find(({ shadowRoot }) => shadowRoot?.querySelector(`svg[id="${id}"]`));
    const shown = host?.shadowRoot?.querySelector('svg') as DrawnElement | undefined;
    const { width = 0, height = 0 } = shown?.viewBox.baseVal ?? {};
    if (source === undefined || !id || !host || !shown || width === 0 || height === 0) continue;
    const svg = shown.cloneNode(true);
    for (const element of [svg, ...svg.querySelectorAll('*')]) {
      if (/^script$/i.test(element.tagName)) element.remove();
      for (const { name, value } of [...element.attributes]) {
        const leads = /href$|^src/i.test(name) && !value.startsWith('#');
        if (leads || /^on/i.test(name)) element.removeAttribute(name);
      }
    }
    const style = getComputedStyle(host);
    const colors = new Set([...markup.matchAll(/(?<=var\()--[\w-]+/g)].map(([name = '']) => name));
    const values = [...colors].map((name) => `${name}: ${style.getPropertyValue(name).trim()}`);
    svg.setAttribute('style', values.join('; '));
    svg.setAttribute('width', `${width}`);
    svg.setAttribute('height', `${height}`);
    // Mermaid numbers its ids as it draws.
    const text = new XMLSerializer().serializeToString(svg).replaceAll(id, 'diagram');
    images[source] = { svg: text, width: Math.round(width), height: Math.round(height) };
  }
  return images;
}
