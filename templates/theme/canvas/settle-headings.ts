/** A space between a number and its unit: `4.2 MB`, `20 ms`, `12 %`. */
const BEFORE_UNIT =
  /(?<=\d) (?=(?:[kKMGTP]i?[bB](?:it)?(?:\/s)?|[mn\u00b5]s|min|[hs]|[kcm]m|m|[km]?g|m?l|[kMG]?Hz|[kMG]Wh?|\u00b0[CF]|px|fps|USD|EUR|RMB|[%\u2030\u20ac$\u00a3\u00a5])(?![\p{L}\p{N}]))/gu;

/** Headings, text of that size, and questions in rows. */
const SETTLED =
  '.slide h1, .kind-takeaway h1 + p, [data-voice="statement"] .slide-content > ul > li, :is(.kind-index, .kind-answered) li > span';

/** Chinese text of a slide's body, except table cells, which are as wide as their words. */
const TEXTS =
  '.slide:lang(zh) .slide-content :is(p, li, dd, :is(.kind-stats, .kind-points, .kind-timeline) li > span):not(table *)';

/** With balanced or pretty wrapping, Chromium forgets the padding at the end of the last line. */
const PADDED = '.slide .slide-content :is(p, li, dt, dd, h2, h3, h4, th, td):has(code, mark)';

/** The best place for a line break is after it. */
const CLAUSE_END = /[\uff0c\uff1b\uff1a\u3002\uff01\uff1f][\u201d\u2019\u300d\u300f\uff09]*/gu;

/**
 * Breaks lines after clauses if that takes no more lines: all lines of a heading, and those of other Chinese text whose
 * clause ends near the edge. Otherwise they break after words, at `<wbr>` in Chinese. This needs a layout, so a slide's
 * texts are examined when they come into view, and again when fonts have loaded.
 */
export function settleHeadings(): void {
  const widths = new WeakMap<Element, number>();
  const sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (contentRect.width === 0 || widths.get(target) === contentRect.width) continue;
      widths.set(target, contentRect.width);
      settle(target as HTMLElement);
    }
  });
  const seen = new Set<HTMLElement>();
  const collect = () => {
    for (const heading of document.querySelectorAll<HTMLElement>(SETTLED)) {
      if (seen.has(heading)) continue;
      seen.add(heading);
      sizes.observe(heading);
    }
    for (const text of document.querySelectorAll<HTMLElement>(`${TEXTS}, ${PADDED}`)) {
      if (seen.has(text) || !(text.querySelector('wbr') || text.matches(PADDED))) continue;
      seen.add(text);
      sizes.observe(text);
    }
  };
  new MutationObserver(collect).observe(document.documentElement, { childList: true, subtree: true });
  document.fonts.addEventListener('loadingdone', () => {
    for (const heading of seen) {
      if (!heading.isConnected) seen.delete(heading);
      else if (heading.offsetWidth > 0) settle(heading);
      // A hidden one has no lines: it is examined when it comes into view again.
      else widths.delete(heading);
    }
  });
}

function settle(element: HTMLElement): void {
  element.classList.remove('by-clause', 'by-word', 'by-line');
  keepInside(element);
  if (element.matches(SETTLED)) settleHeading(element);
  else if (element.matches(TEXTS)) endWithClauses(element, EMPTY_END);
  keepInside(element);
}

/** Each line takes what it has room for, padding and all. */
function keepInside(element: HTMLElement): void {
  if (element.scrollWidth > element.clientWidth) element.classList.add('by-line');
}

function settleHeading(heading: HTMLElement): void {
  const height = heading.offsetHeight;
  keepUnits(heading, height);
  if (heading.querySelector('wbr')) {
    endWithClauses(heading, EMPTY_HEADING_END);
    return;
  }
  // For Japanese, a browser finds the phrases.
  for (const way of heading.matches(':lang(ja)') ? ['by-clause', 'by-word'] : ['by-clause']) {
    heading.classList.add(way);
    if (heading.offsetHeight <= height && heading.scrollWidth <= heading.clientWidth) return;
    heading.classList.remove(way);
  }
}

/** Maximum share of a line left empty after a clause; more in headings. */
const EMPTY_HEADING_END = 0.6;
const EMPTY_END = 0.25;

/** Breaks lines after a nearby clause, by removing the word breaks behind it. */
function endWithClauses(element: HTMLElement, share: number): void {
  const parts = partsOf(element);
  const wordEnds = parts.filter((part) => part instanceof HTMLElement);
  for (const end of wordEnds) end.hidden = false;
  const height = textHeight(element);
  if (height < 1.5 * Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element)) return;
  const reach = share * element.getBoundingClientRect().width;
  parts.forEach((part, index) => {
    if (part instanceof Text) return;
    const clause = clauseOfLine(parts, index, reach);
    if (clause === null) return;
    // Balanced lines would just break after the next word, so then the next clause is kept whole if it fits on a line.
    for (const to of [index + 1, nextClause(parts, index)]) {
      const behind = parts
        .slice(clause.index, to)
        .filter((each) => each instanceof HTMLElement && !each.hidden);
      for (const each of behind) (each as HTMLElement).hidden = true;
      const [end, start] = [boxAt(clause.text, clause.end - 1), boxAt(clause.text, clause.end)];
      const next = parts[to - 1];
      const isWhole =
        to === index + 1 || (next instanceof Text && onOneLine(boxAt(next, clauseEndIn(next) - 1), start));
      if (end && start && !onOneLine(start, end) && isWhole && textHeight(element) <= height + 1) return;
      for (const each of behind) (each as HTMLElement).hidden = false;
    }
  });
}

type Part = Text | HTMLElement;

/** The index after the text in which the clause of the one at `index` ends. */
function nextClause(parts: readonly Part[], index: number): number {
  const rest = parts.slice(index + 1);
  const found = rest.findIndex((part) => part instanceof Text && part.data.search(CLAUSE_END) >= 0);
  return found < 0 ? parts.length : index + 2 + found;
}

/** End of the first clause in a text. */
function clauseEndIn({ data }: Text): number {
  const at = data.search(CLAUSE_END);
  return at < 0 ? data.length : at + 1;
}

/** The texts of an element and the word breaks between them, except in nested elements that are settled themselves. */
function partsOf(element: HTMLElement): readonly Part[] {
  const parts: Part[] = [];
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    // Vue puts empty texts between dynamic parts.
    const isPart = node instanceof Text ? node.length > 0 : node.nodeName === 'WBR';
    const { parentElement } = node;
    if (isPart && parentElement?.closest(`${SETTLED}, ${TEXTS}`) === element) parts.push(node as Part);
  }
  return parts;
}

interface Clause {
  readonly text: Text;
  /** Offset in the text. */
  readonly end: number;
  /** Index of the text among the parts. */
  readonly index: number;
}

/**
 * The end of the last clause on a line that ends at that word; null if it is farther than `reach`, or a space follows.
 */
function clauseOfLine(parts: readonly Part[], at: number, reach: number): Clause | null {
  const [before, after] = [parts[at - 1], parts[at + 1]];
  if (!(before instanceof Text && after instanceof Text)) return null;
  const last = boxAt(before, before.length - 1);
  const next = boxAt(after, 0);
  if (!last || !next || onOneLine(last, next)) return null;
  for (let index = at - 1; index >= 0; index -= 1) {
    const text = parts[index];
    if (!(text instanceof Text)) continue;
    const found = [...text.data.matchAll(CLAUSE_END)].at(-1);
    const end = found ? found.index + found[0].length : 0;
    if (/\s/.test(text.data.slice(end))) return null;
    if (!found) continue;
    const box = boxAt(text, end - 1);
    const isNear = box && onOneLine(box, last) && last.right - box.right <= reach;
    return isNear && end < text.length ? { text, end, index } : null;
  }
  return null;
}

/** Box of a character on the screen; null if it has none. */
function boxAt(text: Text, at: number): DOMRect | null {
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  return range.getClientRects()[0] ?? null;
}

/** On a zoomed page, the tops on one line differ by fractions. */
function onOneLine(a: DOMRect | null, b: DOMRect | null): boolean {
  return a !== null && b !== null && Math.abs(a.top - b.top) < a.height / 2;
}

/** Height of the text alone: a list item is as high as its row. */
function textHeight(element: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().height;
}

/** Scale at which the slide is shown. */
function scaleOf(element: HTMLElement): number {
  return element.offsetWidth > 0 ? element.getBoundingClientRect().width / element.offsetWidth : 1;
}

/**
 * Keeps a number and its unit on one line, if that takes no more lines.
 * @param height of the heading without it, in px
 */
function keepUnits(heading: HTMLElement, height: number): void {
  const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    const before = text.data;
    const kept = before.replaceAll(BEFORE_UNIT, '\u00a0');
    if (kept === before) continue;
    text.data = kept;
    if (heading.offsetHeight > height || heading.scrollWidth > heading.clientWidth) text.data = before;
  }
}
