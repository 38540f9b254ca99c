/** Where a line of Chinese may end within a clause: between two Han letters, but not before a particle. */
const HAN = /\p{Script=Han}$/u;
const HAN_NO_PARTICLE = /^(?![\u4e86\u7684\u7740\u8fc7\u5417\u5462\u5427\u5730\u5f97\u4eec])\p{Script=Han}/u;

/** A space between a number and its unit: `4.2 MB`, `20 ms`, `12 %`. */
const BEFORE_UNIT =
  /(?<=\d) (?=(?:[kKMGTP]i?[bB](?:it)?(?:\/s)?|[mn\u00b5]s|min|[hs]|[kcm]m|m|[km]?g|m?l|[kMG]?Hz|[kMG]Wh?|\u00b0[CF]|px|fps|USD|EUR|RMB|[%\u2030\u20ac$\u00a3\u00a5])(?![\p{L}\p{N}]))/gu;

/**
 * Lets the lines of a heading end with a clause, or else with a word, wherever that takes no more lines than
 * breaking between any two characters, which is what browsers do with Chinese. Only what is laid out can tell,
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
    for (const heading of document.querySelectorAll<HTMLElement>('.slide h1, .kind-takeaway h1 + p')) {
      if (seen.has(heading)) continue;
      seen.add(heading);
      sizes.observe(heading);
    }
  };
  new MutationObserver(collect).observe(document.documentElement, { childList: true, subtree: true });
  document.fonts.addEventListener('loadingdone', () => {
    for (const heading of seen) {
      if (heading.isConnected) settle(heading);
      else seen.delete(heading);
    }
  });
}

function settle(heading: HTMLElement): void {
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
