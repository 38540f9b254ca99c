import type { PageGlobals, PageStyle } from './dom.ts';
import type { SheetElement, SheetGlobals } from './show-sheets.ts';

/**
 * Gives the shown slides Slidev's names for them, `001-01`, counted from 1 in the deck, and the document the class
 * `pptx`, with which a theme can use simpler shapes. Runs in the browser.
 */
export function nameForPptx(first: number): void {
  const { document } = globalThis as unknown as PageGlobals;
  document.querySelector('html')?.classList.add('pptx');
  for (const container of document.querySelectorAll('.print-slide-container')) {
    const number = Number(container.getAttribute('data-slide')) - first + 1;
    container.id = `${String(number).padStart(3, '0')}-01`;
  }
}

/**
 * Inserts elements for generated content (`::before`, `::after`): list numbers and bullets, monograms, rules. Slidev's
 * PowerPoint writer would omit most of it, and write `counter(list-item)` for a number. The layout does not change.
 * Runs in the browser; unmakeMarks reverts it.
 */
export function makeMarksReal(): void {
  const { document, getComputedStyle } = globalThis as unknown as SheetGlobals;
  const PART = /"((?:\\.|[^"\\])*)"|counter\((list-item|step)(?:, ([\w-]+))?\)|attr\(([\w-]+)\)/g;
  /** These would draw it again, or change counters. */
  const LEFT_OUT = /^(?:content|counter-.*)$/;

  const isItem = ({ tagName }: { tagName: string }) => tagName === 'LI';
  function numberOf(item: SheetElement): number {
    const list = item.parentElement;
    const place = [...(list?.children ?? [])].filter(isItem).indexOf(item);
    return Number(list?.getAttribute('start') ?? 1) + place;
  }
  /** Slidev numbers lines of code this way. */
  function lineOf(line: SheetElement): number {
    const lines = [...(line.parentElement?.children ?? [])].filter((each) => each.matches('.line'));
    return Number(getComputedStyle(line).getPropertyValue('--start') || 1) + lines.indexOf(line);
  }
  /** In code, only spaces make room beside a line. */
  function besideLine(number: string, style: PageStyle): { text: string; css: string } {
    const [width, gap] = [
      Number.parseFloat(style.width),
      Number.parseFloat(style.getPropertyValue('margin-right')),
    ];
    const spacesOf = (room: number) => Math.round(room / (0.6 * Number.parseFloat(style.fontSize)));
    return {
      text: number.padStart(spacesOf(width), '\u00a0').padEnd(spacesOf(width + gap), '\u00a0'),
      css: `;width:${width + gap}px;margin-right:0;white-space:pre`,
    };
  }
  const textOf = (owner: SheetElement, content: string): string =>
    [...content.matchAll(PART)]
      .map(([, words, counter, counting, attribute]) => {
        if (words !== undefined) return words.replaceAll(/\\(.)/g, '$1');
        if (attribute !== undefined) return owner.getAttribute(attribute) ?? '';
        if (counter === 'step') return String(lineOf(owner));
        return String(numberOf(owner)).padStart(counting === 'decimal-leading-zero' ? 2 : 1, '0');
      })
      .join('');
  const declarations = (style: PageStyle & Iterable<string>): string =>
    [...style]
      .filter((name) => !LEFT_OUT.test(name))
      .map((name) => `${name}:${style.getPropertyValue(name)}`)
      .join(';');

  // Slidev's writer knows neither subscripts nor superscripts; products/pptx.ts places them where these marks are.
  for (const element of document.querySelectorAll('.print-slide-container :is(sub, sup)')) {
    if (element.matches('.formula *') || element.querySelector('*') !== null) continue;
    const sign = element.tagName === 'SUP' ? '\u2062' : '\u2063';
    element.textContent = `${sign}${element.textContent ?? ''}`;
    element.setAttribute('data-has-sign', '');
  }

  // All are read before any is changed.
  const found = [...document.querySelectorAll('.print-slide-container *')].flatMap((owner) =>
    (['before', 'after'] as const).flatMap((mark) => {
      const style = getComputedStyle(owner, `::${mark}`) as PageStyle & Iterable<string>;
      if (style.content === 'none' || style.content === 'normal') return [];
      const isShown = style.display !== 'none';
      const text = textOf(owner, style.content);
      const beside = style.content.includes('counter(step') ? besideLine(text, style) : { text, css: '' };
      return [{ owner, mark, css: isShown ? declarations(style) + beside.css : null, text: beside.text }];
    }),
  );
  const rule = document.createElement('style');
  rule.setAttribute('data-real-mark', '');
  rule.textContent = '[data-has-real~=before]::before,[data-has-real~=after]::after{content:none!important}';
  document.head.append(rule);
  for (const { owner, mark, css, text } of found) {
    owner.setAttribute('data-has-real', `${owner.getAttribute('data-has-real') ?? ''} ${mark}`.trim());
    if (css === null) continue;
    const real = document.createElement('span');
    real.setAttribute('data-real-mark', '');
    real.setAttribute('style', css);
    real.textContent = text;
    if (mark === 'before') owner.prepend(real);
    else owner.append(real);
  }
}

/** Reverts makeMarksReal. Runs in the browser. */
export function unmakeMarks(): void {
  const { document } = globalThis as unknown as SheetGlobals;
  for (const real of document.querySelectorAll('[data-real-mark]')) real.remove();
  for (const element of document.querySelectorAll('[data-has-sign]')) {
    element.textContent = (element.textContent ?? '').slice(1);
    element.removeAttribute('data-has-sign');
  }
  for (const owner of document.querySelectorAll('[data-has-real]')) owner.removeAttribute('data-has-real');
}
