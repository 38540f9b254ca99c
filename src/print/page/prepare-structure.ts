/**
 * Changes the shown slides and sheets so that the structure of a PDF has all words, with spaces between them. The
 * layout does not change. Runs in the browser; restoreStructure reverts it.
 *
 * At the end of a line a browser drops the typed space, and it writes none where `<br>`, a line of code or an inline
 * box separates two words: read aloud from the PDF, they would run together. And it does not tag a paragraph that
 * contains only boxes as one.
 */
export function prepareStructure(): void {
  const window = globalThis as unknown as LineGlobals;
  const { document, getComputedStyle } = window;
  /** Between two of these a line end does not stand for a space (CSS Text 3, 4.1.3). */
  const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\u3000-\u303f\uff00-\uffef]/u;
  const ELEMENTS = 1;
  const TEXTS = 4;
  /** Elements read as one text. */
  const READ_AS_ONE = 'p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, figcaption';
  const range = document.createRange();
  const canvas = document.createElement('canvas').getContext('2d');

  /** The last word so far, and what separates it from the next one. */
  let word: { readonly node: LineText; readonly end: number; readonly rect: LineRect } | null = null;
  let gap: LineEnd | null = null;
  const ends: LineEnd[] = [];

  function rectOf(node: LineText, at: number): LineRect | undefined {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return [...range.getClientRects()].find(({ width }) => width > 0);
  }

  /** A formula is one unit in its line. */
  const formulaOf = (node: LineNode) => node.parentElement?.closest('.formula') ?? null;

  /** The element whose lines contain a text or element, possibly within an inline box. */
  function linesOf(node: LineNode): LineNode | null {
    let at = (formulaOf(node) ?? node).parentElement;
    while (at && getComputedStyle(at).display.startsWith('inline')) at = at.parentElement;
    return at;
  }

  /** Whether a node inserted beside a text would be laid out as a box rather than as part of the line. */
  function isBoxOfItsOwn(node: LineNode): boolean {
    let at = node.parentElement;
    while (at && getComputedStyle(at).display === 'contents') at = at.parentElement;
    return at !== null && /flex|grid/.test(getComputedStyle(at).display);
  }

  function readWord(node: LineText, from: number, to: number): void {
    const first = rectOf(node, from);
    const last = rectOf(node, to - 1);
    if (!first || !last) return; // not shown, such as the words of a formula
    if (word) readGap(word, node, from, first);
    word = { node, end: to, rect: last };
    gap = null;
  }

  function readGap(before: NonNullable<typeof word>, node: LineText, from: number, rect: LineRect): void {
    const [formula, lines] = [formulaOf(node), linesOf(node)];
    if (formula && formula === formulaOf(before.node)) return;
    if (linesOf(before.node) !== lines) {
      const one = node.parentElement?.closest(READ_AS_ONE);
      if (!one || before.node.parentElement?.closest(READ_AS_ONE) !== one) return;
      const places = [
        { node: before.node, start: before.end, end: before.end },
        { node, start: from, end: from },
      ];
      const place = places.find((each) => !isBoxOfItsOwn(each.node) && !formulaOf(each.node));
      if (place) ends.push({ ...place, isLineEnd: false, isForced: true });
    } else if (gap && linesOf(gap.node) === lines && !isBoxOfItsOwn(gap.node) && !formulaOf(gap.node)) {
      const isWide = WIDE.test(before.node.data.charAt(before.end - 1)) && WIDE.test(node.data.charAt(from));
      const isBelow = rect.top > before.rect.top + before.rect.height / 2;
      if (isBelow && !(isWide && gap.isLineEnd)) ends.push(gap);
    }
  }

  function readText(node: LineText, parent: LineNode): void {
    const collapses = getComputedStyle(parent).whiteSpaceCollapse === 'collapse';
    for (const { 0: run, index } of node.data.matchAll(/[ \t\n]+|[^ \t\n]+/g)) {
      if (/^[^ \t\n]/.test(run)) readWord(node, index, index + run.length);
      else if (collapses)
        gap ??= {
          node,
          start: index,
          end: index + run.length,
          isLineEnd: run.includes('\n'),
          isForced: false,
        };
      else if (run.startsWith('\n'))
        gap ??= { node, start: index, end: index, isLineEnd: true, isForced: true };
    }
  }

  const sheets = document.querySelectorAll('.sheets');
  for (const root of sheets.length > 0 ? sheets : document.querySelectorAll('.print-slide-container')) {
    if (root.getClientRects().length === 0) continue;
    for (const paragraph of root.querySelectorAll('p:not([role])')) {
      paragraph.setAttribute('role', 'paragraph');
      paragraph.setAttribute('data-has-role', '');
    }
    const walker = document.createTreeWalker(root, ELEMENTS | TEXTS);
    word = null;
    gap = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.namespaceURI !== 'http://www.w3.org/1999/xhtml') continue;
      if ('data' in node) readText(node, parent);
      else if (node.matches('br'))
        gap = { ...(gap ?? { node, start: 0, end: 0 }), isLineEnd: true, isForced: true };
    }
  }

  const parted: Parted[] = [];
  // From the end, so that earlier positions in the same text stay valid.
  for (const { node, start, end, isForced } of ends.toReversed()) {
    const space = document.createElement('span');
    space.textContent = ' ';
    // It hangs over the end of the line if there is no room.
    if (!isForced) {
      space.setAttribute('style', 'white-space:pre-wrap');
    } else {
      // Before a forced line end it would take up space, and shift a centred line.
      canvas.font = getComputedStyle(node.parentElement ?? node).font;
      const { width } = canvas.measureText(' ');
      space.setAttribute(
        'style',
        `white-space:pre-wrap;letter-spacing:0;word-spacing:0;margin-inline-end:-${width}px`,
      );
    }
    if ('data' in node) {
      const { data } = node;
      const rest = document.createTextNode(data.slice(end));
      node.data = data.slice(0, start);
      node.after(space, rest);
      parted.push({ node, data, added: [space, rest] });
    } else {
      node.before(space);
      parted.push({ node: null, data: '', added: [space] });
    }
  }
  window.__talkdeckParted = parted;
}

/** Reverts prepareStructure. Runs in the browser. */
export function restoreStructure(): void {
  const window = globalThis as unknown as LineGlobals;
  for (const { node, data, added } of window.__talkdeckParted?.toReversed() ?? []) {
    for (const each of added) each.remove();
    if (node) node.data = data;
  }
  delete window.__talkdeckParted;
  for (const paragraph of window.document.querySelectorAll('[data-has-role]')) {
    paragraph.removeAttribute('role');
    paragraph.removeAttribute('data-has-role');
  }
}

/** Where to insert a space: before a `<br>`, or in a text, replacing what is between `start` and `end`. */
interface LineEnd {
  readonly node: LineNode | LineText;
  readonly start: number;
  readonly end: number;
  /** Whether it is a line end, or one in the source. */
  readonly isLineEnd: boolean;
  /** Whether the line ends here regardless of its width. */
  readonly isForced: boolean;
}

/** A split text node, its original text, and the nodes now after it. */
interface Parted {
  readonly node: LineText | null;
  readonly data: string;
  readonly added: readonly LineNode[];
}

interface LineRect {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface LineNode {
  textContent: string | null;
  readonly namespaceURI: string | null;
  readonly parentElement: LineNode | null;
  matches(selector: string): boolean;
  closest(selector: string): LineNode | null;
  querySelectorAll(selector: string): Iterable<LineNode>;
  removeAttribute(name: string): void;
  setAttribute(name: string, value: string): void;
  getClientRects(): { readonly length: number };
  before(...nodes: LineNode[]): void;
  after(...nodes: LineNode[]): void;
  remove(): void;
}

interface LineText extends LineNode {
  data: string;
}

interface LineCanvas extends LineNode {
  getContext(kind: '2d'): { font: string; measureText(text: string): { readonly width: number } };
}

interface LineGlobals {
  __talkdeckParted?: readonly Parted[];
  readonly document: {
    querySelectorAll(selector: string): Iterable<LineNode> & { readonly length: number };
    createElement(tag: 'span'): LineNode;
    createElement(tag: 'canvas'): LineCanvas;
    createTextNode(data: string): LineText;
    createTreeWalker(root: LineNode, show: number): { nextNode(): LineNode | LineText | null };
    createRange(): {
      setStart(node: LineNode, at: number): void;
      setEnd(node: LineNode, at: number): void;
      getClientRects(): Iterable<LineRect>;
    };
  };
  getComputedStyle(node: LineNode): {
    readonly display: string;
    readonly font: string;
    readonly whiteSpaceCollapse: string;
  };
}
