/**
 * Makes text of the shown slides keep its position in Slidev's PowerPoint writer, whatever fonts a program has: line
 * breaks chosen by the browser become `<br>`; leading spaces in code, which the writer drops, become no-break ones (see
 * products/pptx.ts); texts beside a formula, which becomes a picture without space around it, become separate boxes.
 * The layout does not change. Runs in the browser; loosenLines reverts it.
 */
export function keepLines(): void {
  const window = globalThis as unknown as LinesGlobals;
  const { document, getComputedStyle } = window;
  const NOT_TEXT = '.formula *, svg *, [aria-hidden="true"] *';
  const range = document.createRange();
  const changed: Changed[] = [];
  const spaced: LinesText[] = [];
  const ends: LinesNode[] = [];

  function rectsOf(node: LinesText, from: number, to: number): readonly LinesRect[] {
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  }

  /** The element whose lines contain a text, possibly within an inline box. */
  function linesOf(node: LinesNode): LinesNode | null {
    let at = node.parentElement;
    while (at && getComputedStyle(at).display.startsWith('inline')) at = at.parentElement;
    return at;
  }

  /** The outermost box in its lines that contains a text but not `before`. */
  function boxOf(node: LinesNode, lines: LinesNode | null, before: LinesNode | null): LinesNode | null {
    let box: LinesNode | null = null;
    for (let at = node.parentElement; at && at !== lines; at = at.parentElement) {
      if (before && at.contains(before)) break;
      if (getComputedStyle(at).display !== 'inline') box = at;
    }
    return box;
  }

  const isBelow = (rect: LinesRect, before: LinesRect) =>
    rect.top > before.top + before.height / 2 && rect.left < before.left + before.width;

  /** Where in a text its lines begin. */
  function startsIn(node: LinesText, before: LinesRect | null): readonly number[] {
    const first = rectsOf(node, 0, node.data.length);
    const isWhole = first.every((rect) => first[0] && !isBelow(rect, first[0]));
    const starts: number[] = [];
    let last = before;
    for (const { 0: char, index } of node.data.matchAll(/[^ \t\n]/gu)) {
      const [rect] = rectsOf(node, index, index + char.length);
      if (!rect) continue;
      if (last && isBelow(rect, last)) starts.push(index);
      if (isWhole) break;
      last = rect;
    }
    return starts;
  }

  const found: { readonly node: LinesText; readonly starts: readonly number[] }[] = [];
  const boxes: LinesNode[] = [];
  for (const root of document.querySelectorAll('.print-slide-container')) {
    if (root.getClientRects().length === 0) continue;
    const walker = document.createTreeWalker(root, 1 | 4);
    let lines: LinesNode | null = null;
    let last: LinesRect | null = null;
    let lastText: LinesText | null = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!('data' in node)) {
        if (node.matches('br')) last = null;
        continue;
      }
      const parent = node.parentElement;
      if (!parent || parent.closest(NOT_TEXT)) continue;
      const rects = rectsOf(node, 0, node.data.length);
      const end = rects.at(-1);
      if (!end) continue;
      if (getComputedStyle(parent).whiteSpaceCollapse !== 'collapse') {
        changed.push({ node, data: node.data, added: [] });
        last = null;
        continue;
      }
      // There, the writer makes a box of each text, and another element would be laid out as one.
      if (/flex|grid|contents/.test(getComputedStyle(parent).display)) {
        last = null;
        continue;
      }
      if (/^[ \t\n]+[^ \t\n]/.test(node.data)) spaced.push(node);
      const own = linesOf(node);
      const starts = startsIn(node, own === lines ? last : null);
      const box = starts[0] === node.data.search(/[^ \t\n]/) ? boxOf(node, own, lastText) : null;
      if (box) boxes.push(box);
      const within = box ? starts.slice(1) : starts;
      if (within.length > 0) found.push({ node, starts: within });
      [lines, last, lastText] = [own, end, node];
    }
  }

  // Otherwise columns would become as wide as their longest line.
  const cells = [...document.querySelectorAll('.print-slide-container tr:first-child > *')]
    .filter((cell) => cell.getClientRects().length > 0)
    .map((cell) => ({ cell, width: cell.offsetWidth, style: cell.getAttribute('style') }));
  for (const { cell, width, style } of cells) {
    cell.setAttribute('style', `${style ?? ''};box-sizing:border-box;width:${width}px;min-width:${width}px`);
  }
  window.__talkdeckCells = cells;
  for (const box of boxes) {
    const end = document.createElement('br');
    box.before(end);
    ends.push(end);
  }
  window.__talkdeckLineEnds = ends;
  for (const { node } of changed) {
    node.data = node.data.replaceAll(/(?<=^|\n) +/g, (blanks) => '\u00a0'.repeat(blanks.length));
  }
  for (const { node, starts } of found) {
    const { data } = node;
    const added: LinesNode[] = [];
    // From the end, so that earlier positions stay valid.
    for (const start of starts.toReversed()) {
      const end = document.createElement('br');
      const rest = document.createTextNode(node.data.slice(start));
      node.data = node.data.slice(0, start);
      node.after(end, rest);
      added.push(end, rest);
    }
    changed.push({ node, data, added });
  }
  // A box begins where its first text does, even with a space, which the writer drops.
  for (const node of spaced) {
    const { data } = node;
    const rest = document.createTextNode(data.trimStart());
    node.data = ' ';
    node.after(rest);
    changed.push({ node, data, added: [rest] });
  }
  for (const formula of document.querySelectorAll('.print-slide-container span.formula')) {
    const lines = linesOf(formula);
    if (!lines || formula.getClientRects().length === 0) continue;
    const walker = document.createTreeWalker(lines, 4);
    const texts: LinesText[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!('data' in node) || node.data.trim() === '' || node.parentElement?.closest(NOT_TEXT)) continue;
      if (linesOf(node) === lines) texts.push(node);
    }
    for (const node of texts) {
      const box = document.createElement('span');
      box.setAttribute('style', 'display:inline-flex');
      const { data } = node;
      const isFirst = !node.previousSibling || node.previousSibling.nodeName === 'BR';
      const isLast = !node.nextSibling || node.nextSibling.nodeName === 'BR';
      let text = data.replaceAll(/[ \t\n]+/g, ' ');
      if (isFirst && node.parentElement === lines) text = text.trimStart();
      if (isLast && node.parentElement === lines) text = text.trimEnd();
      box.textContent = text.trim();
      // The writer would drop spaces at the ends of a box, but keep their width.
      const after = document.createTextNode(text.endsWith(' ') ? ' ' : '');
      node.data = text.startsWith(' ') ? ' ' : '';
      node.after(box, after);
      changed.push({ node, data, added: [box, after] });
    }
  }
  window.__talkdeckLines = changed;
}

/** Reverts keepLines. Runs in the browser. */
export function loosenLines(): void {
  const window = globalThis as unknown as LinesGlobals;
  for (const { node, data, added } of window.__talkdeckLines?.toReversed() ?? []) {
    for (const each of added) each.remove();
    node.data = data;
  }
  for (const end of window.__talkdeckLineEnds ?? []) end.remove();
  for (const { cell, style } of window.__talkdeckCells ?? []) {
    if (style === null) cell.removeAttribute('style');
    else cell.setAttribute('style', style);
  }
  delete window.__talkdeckLines;
  delete window.__talkdeckLineEnds;
  delete window.__talkdeckCells;
}

/** A changed text node, its original text, and the nodes now after it. */
interface Changed {
  readonly node: LinesText;
  readonly data: string;
  readonly added: readonly LinesNode[];
}

interface LinesRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface LinesNode {
  textContent: string | null;
  readonly nodeName: string;
  readonly previousSibling: LinesNode | null;
  readonly nextSibling: LinesNode | null;
  readonly offsetWidth: number;
  contains(node: LinesNode): boolean;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  before(...nodes: LinesNode[]): void;
  readonly parentElement: LinesNode | null;
  matches(selector: string): boolean;
  closest(selector: string): LinesNode | null;
  getClientRects(): { readonly length: number };
  after(...nodes: LinesNode[]): void;
  remove(): void;
}

interface LinesText extends LinesNode {
  data: string;
}

interface LinesGlobals {
  __talkdeckLines?: readonly Changed[];
  __talkdeckLineEnds?: readonly LinesNode[];
  __talkdeckCells?: readonly { readonly cell: LinesNode; readonly style: string | null }[];
  readonly document: {
    querySelectorAll(selector: string): Iterable<LinesNode>;
    createElement(tag: 'br' | 'span'): LinesNode;
    createTextNode(data: string): LinesText;
    createTreeWalker(root: LinesNode, show: number): { nextNode(): LinesNode | LinesText | null };
    createRange(): {
      setStart(node: LinesNode, at: number): void;
      setEnd(node: LinesNode, at: number): void;
      getClientRects(): Iterable<LinesRect>;
    };
  };
  getComputedStyle(node: LinesNode): { readonly display: string; readonly whiteSpaceCollapse: string };
}
