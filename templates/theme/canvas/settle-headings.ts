/** Where a line of Chinese may end within a clause: between two Han letters, but not before a particle. */
const HAN = /\p{Script=Han}$/u;
const HAN_NO_PARTICLE = /^(?![\u4e86\u7684\u7740\u8fc7\u5417\u5462\u5427\u5730\u5f97\u4eec])\p{Script=Han}/u;

/** A space between a number and its unit: `4.2 MB`, `20 ms`, `12 %`. */
const BEFORE_UNIT =
  /(?<=\d) (?=(?:[kKMGTP]i?[bB](?:it)?(?:\/s)?|[mn\u00b5]s|min|[hs]|[kcm]m|m|[km]?g|m?l|[kMG]?Hz|[kMG]Wh?|\u00b0[CF]|px|fps|USD|EUR|RMB|[%\u2030\u20ac$\u00a3\u00a5])(?![\p{L}\p{N}]))/gu;

/** Headings, what is set as large, and questions in a row each. */
const SETTLED =
  '.slide h1, .kind-takeaway h1 + p, [data-voice="statement"] .slide-content > ul > li, :is(.kind-index, .kind-answered) li > span';

/**
 * Chinese text of a slide's body: its lines may end with a word, and nothing else of it changes. Not the cells of a
 * table, whose columns are as wide as their words.
 */
const TEXTS = '.slide:lang(zh) .slide-content :is(p, li, dd, .kind-stats li > span):not(table *)';

/**
 * Lets the lines of a heading end with a clause, or else with a word, wherever that takes no more lines than
 * breaking between any two characters, which is what browsers do with Chinese; and those of other text with a word. Only what is laid out can tell,
 * so a slide's headings are looked at when they come into view, and again when fonts have arrived.
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
    for (const text of document.querySelectorAll<HTMLElement>(TEXTS)) {
      if (seen.has(text) || !isPlain(text)) continue;
      seen.add(text);
      sizes.observe(text);
    }
  };
  new MutationObserver(collect).observe(document.documentElement, { childList: true, subtree: true });
  document.fonts.addEventListener('loadingdone', () => {
    for (const heading of seen) {
      if (!heading.isConnected) seen.delete(heading);
      else if (heading.offsetWidth > 0) settle(heading);
      // One that is not shown has no lines: it is looked at when it comes into view again.
      else widths.delete(heading);
    }
  });
}

function settle(heading: HTMLElement): void {
  if (!heading.matches(SETTLED)) {
    settleText(heading);
    return;
  }
  heading.classList.remove('by-clause', 'by-word');
  const height = heading.offsetHeight;
  keepUnits(heading, height);
  // With breaks after words, a heading would seem to end its lines with clauses when it is looked at again.
  const ways = heading.querySelector('wbr') ? ['by-word'] : ['by-clause', 'by-word'];
  for (const way of ways) {
    if (way === 'by-word' && !markWords(heading)) return;
    heading.classList.add(way);
    if (heading.offsetHeight <= height && heading.scrollWidth <= heading.clientWidth) return;
    heading.classList.remove(way);
  }
}

/** Text of several lines: they end with words, where that takes no more of them. */
function settleText(element: HTMLElement): void {
  element.classList.remove('word-ends');
  const height = textHeight(element);
  if (height < 1.5 * Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element)) return;
  if (!markWords(element)) return;
  element.classList.add('word-ends');
  if (textHeight(element) > height + 1) element.classList.remove('word-ends');
}

/** Of the text alone: an item of a list is as high as its row. */
function textHeight(element: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().height;
}

/** By how much the slide is shown larger than its canvas. */
function scaleOf(element: HTMLElement): number {
  return element.offsetWidth > 0 ? element.getBoundingClientRect().width / element.offsetWidth : 1;
}

/** Whether it is text without any markup, so that nothing else stands among its words. */
function isPlain({ childNodes }: HTMLElement): boolean {
  return childNodes.length === 1 && childNodes[0] instanceof Text;
}

/** A number and its unit stay on one line, where that takes no more lines. @param height of the heading without it, in px */
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

/** Allows a break after each Chinese word of a heading that is plain text. */
function markWords(heading: HTMLElement): boolean {
  if (heading.querySelector('wbr')) return true;
  const [text] = heading.childNodes;
  if (heading.childNodes.length !== 1 || !(text instanceof Text)) return false;
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text.data)];
  heading.replaceChildren(
    ...words.flatMap(({ segment }, index) => {
      const before = words[index - 1]?.segment ?? '';
      const breakable = HAN.test(before) && HAN_NO_PARTICLE.test(segment);
      return breakable ? [document.createElement('wbr'), segment] : [segment];
    }),
  );
  heading.normalize();
  return true;
}
