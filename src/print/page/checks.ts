import type { AuditedSlide, Box, Found, PageTools, Painted, SlideText, Zone } from './audited-slide.ts';
import type { PageElement, PageGlobals } from './dom.ts';

/** A slide that shows nothing. Runs in the browser. */
export function checkBlank({ container }: AuditedSlide): Found[] {
  const drawn = container.querySelector('img, svg, canvas, video, .mermaid');
  const blank = !drawn && !container.textContent?.trim();
  return blank ? [{ kind: 'blank', detail: 'the slide shows nothing' }] : [];
}

/** Content cut off by a box that hides or scrolls its overflow, in print. Runs in the browser. */
export function checkClipping({ container, texts, size }: AuditedSlide, tools: PageTools): Found[] {
  const { getComputedStyle } = globalThis as unknown as PageGlobals;
  const tolerance = 1;
  const details: string[] = [];
  const boxes = '[data-slidev-no], .slidev-layout, .slide-content, .slide-content > *'; // checkFit looks at them
  for (const element of container.querySelectorAll('.slidev-layout *')) {
    const high = element.scrollHeight - element.clientHeight;
    const wide = element.scrollWidth - element.clientWidth;
    if (high <= tolerance && wide <= tolerance) continue;
    if (element.clientHeight <= 1 || element.clientWidth <= 1) continue; // for screen readers only
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    const cuts = textOverflow !== 'ellipsis' && (overflowX !== 'visible' || overflowY !== 'visible');
    // A formula hides the excess of rules that it draws too long.
    if (!cuts || element.matches(boxes) || element.matches('.formula *')) continue;
    const parts = [high > tolerance && `${high} px higher`, wide > tolerance && `${wide} px wider`];
    details.push(`a <${tagOf(element)}> is ${parts.filter(Boolean).join(' and ')} than its box`);
  }
  for (const text of texts) {
    // In shadow roots, and in boxes that hide overflow on one side without scrolling.
    if (details.length > 0 || text.zone === 'mark') break;
    const cut = Math.max(
      ...text.boxes.map((box) => (tools.excess(box, size) > 0 ? 0 : tools.excess(box, text.clip))),
    );
    if (cut > tolerance) details.push(`${tools.quote(text.text)} is cut off by ${Math.round(cut)} px`);
  }
  return tools.summarize('overflow', details);

  function tagOf(element: PageElement): string {
    return element.tagName.toLowerCase();
  }
}

/** Diagrams that could not be drawn, for which Slidev's <Mermaid> shows an error. Runs in the browser. */
export function checkDiagrams({ container }: AuditedSlide): Found[] {
  return [...container.querySelectorAll('pre[border="1 red rounded"]')].map(({ textContent }) => ({
    kind: 'image',
    detail: `the diagram cannot be drawn: ${textContent?.trim()}`,
  }));
}

/** Pictures shown larger than their own pixels. Runs in the browser. */
export function checkEnlargement({ pictures }: AuditedSlide, tools: PageTools): Found[] {
  const tolerance = 0.01; // sizes are rounded
  const details = pictures.flatMap(({ element, name, scale }) => {
    const wide = element.naturalWidth ?? 0;
    if (scale === null || scale <= 1 + tolerance) return [];
    return [`the picture ${name} is ${wide} px wide and shown ${Math.round(wide * scale)} px wide`];
  });
  return tools.summarize('upscaled', details);
}

/** Errors thrown by the slide, and slides that could not be loaded. Runs in the browser. */
export function checkErrors({ container, slide }: AuditedSlide): Found[] {
  const { __talkdeck } = globalThis as unknown as PageGlobals;
  const thrown = (__talkdeck?.errors ?? []).filter(({ no }) => no === slide + 1);
  const lost = container.querySelector('[data-talkdeck-error]') ? ['the slide could not be loaded'] : [];
  return [...thrown.map(({ detail }) => detail), ...lost].map((detail) => ({ kind: 'runtime', detail }));
}

/**
 * Content that overflows its box, or extends beyond the edge of the slide, into the footer or out of a box in the
 * content. Only the first of these is reported, since the others follow from it. Runs in the browser.
 */
export function checkFit(view: AuditedSlide, tools: PageTools): Found[] {
  const { container, texts, pictures, footer, size } = view;
  const found = (detail: string, higher?: number): Found[] => [
    { kind: 'overflow', detail, ...(higher && higher > 0 ? { higher: Math.ceil(higher) } : {}) },
  ];
  const reach = 8; // of the boxes of a formula's signs beyond their line, where there is no ink
  const excess = (box: PageElement) => {
    const hasFormula = box.matches('.slide-content > *') && box.querySelector('.katex') !== null;
    const tolerance = hasFormula ? reach : 1; // sizes are rounded to whole pixels
    const [high, wide] = [box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth];
    const parts = [high > tolerance && `${high} px higher`, wide > tolerance && `${wide} px wider`];
    return parts.filter(Boolean).join(' and ');
  };
  // The slide, its layout, the part of the layout above the footer, and its contents: a list that has to shrink would
  // overlap the paragraph below it. The innermost describes it best.
  const boxes = '[data-slidev-no], .slidev-layout, .slide-content, .slide-content > *';
  const parts = [...container.querySelectorAll(boxes)];
  const whole = parts.map(excess).findLast((part) => part !== '');
  if (whole) {
    const higher = Math.max(...parts.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
    return found(`the content is ${whole} than its box`, higher);
  }

  const things = [
    ...texts
      .filter(({ zone }) => zone !== 'mark')
      .flatMap((text) => text.boxes.map((box) => ({ ...text, box, name: tools.quote(text.text) }))),
    ...pictures
      .filter(({ inContent }) => inContent)
      .map(({ box, name }) => ({ box, name: `the picture ${name}`, zone: 'body', room: null, clip: size })),
  ];
  const allowance = 2; // the ink of a letter may lean out of its box
  const furthest = (measure: (thing: (typeof things)[number]) => number) => {
    const [first] = things
      .map((thing) => ({ name: thing.name, px: Math.round(measure(thing)) }))
      .sort((a, b) => b.px - a.px);
    return first && first.px > allowance ? first : null;
  };
  const outside = furthest(({ box }) => tools.excess(box, size));
  if (outside) return found(`${outside.name} runs ${outside.px} px over the edge of the slide`);
  const isContent = (zone: string) => zone !== 'footer' && zone !== 'other';
  const under = furthest(({ box, zone }) => (footer && isContent(zone) ? tools.shared(box, footer) : 0));
  if (under) return found(`${under.name} runs into the footer`);
  // checkClipping reports what is cut off.
  const out = furthest(({ box, room, clip, zone }) => {
    const free = zone === 'signs' ? reach - allowance : 0;
    return room && tools.excess(box, clip) <= allowance ? tools.excess(box, room) - free : 0;
  });
  return out ? found(`${out.name} runs ${out.px} px out of its box`) : [];
}

/**
 * Text over text, and text over a picture. Lines of one paragraph are skipped: the browser lays them out together. Text
 * may be on a panel that hides the picture, or on a picture that a theme paints as a background, which is not an
 * `<img>`. Runs in the browser.
 */
export function checkOverlap({ texts, pictures, painted, footer }: AuditedSlide, tools: PageTools): Found[] {
  const allowance = 2; // what the ink of letters may reach out of their em
  const placed = texts.filter(({ zone }) => zone !== 'mark');
  const isContentOverFooter = (a: SlideText, b: SlideText) => {
    const zones = [a.zone, b.zone];
    return zones.includes('footer') && zones.some((zone) => zone !== 'footer' && zone !== 'other');
  };
  /** Whether it hides what is behind it. */
  const isOpaque = ({ colors, opacity }: Painted) =>
    colors.length > 0 &&
    opacity === 1 &&
    colors.every((color) => {
      const own = { color, opacity: 1 };
      const onBlack = tools.blend([{ color: '#000', opacity: 1 }, own]);
      return tools.blend([own]).every((part, index) => part === onBlack[index]);
    });
  const coversAll = ({ covers }: Painted, { left, right, top, bottom }: Box) =>
    [left, right].every((x) => [top, bottom].every((y) => covers(x, y)));
  const details: string[] = [];
  for (const [index, text] of placed.entries()) {
    for (const other of placed.slice(index + 1)) {
      if (other.block === text.block) continue;
      if (footer && isContentOverFooter(text, other)) continue; // reported by checkFit
      const meets = text.boxes.some((a) => other.boxes.some((b) => tools.shared(a, b) > allowance));
      if (meets)
        details.push(`${tools.quote(text.text)} and ${tools.quote(other.text)} are drawn over each other`);
    }
    for (const { box, name, painted: below } of pictures) {
      const between = painted.slice(below, text.painted).filter(isOpaque);
      const isBare = (line: Box) => !between.some((panel) => coversAll(panel, line));
      if (!text.boxes.some((line) => tools.shared(line, box) > allowance && isBare(line))) continue;
      details.push(`${tools.quote(text.text)} is drawn over the picture ${name}`);
    }
  }
  return tools.summarize('overlap', details);
}

/** Pictures that failed to load. Runs in the browser. */
export function checkPictures({ pictures }: AuditedSlide, tools: PageTools): Found[] {
  return pictures
    .filter(({ element }) => element.complete && element.naturalWidth === 0)
    .filter(({ element }) => !tools.unserved.includes(element.currentSrc ?? ''))
    .map(({ name }) => ({ kind: 'image', detail: `the picture ${name} cannot be shown` }));
}

/** Addresses in the slide that are not part of the deck; none was fetched. Runs in the browser. */
export function checkRequests({ container }: AuditedSlide, { unserved }: PageTools): Found[] {
  const html = unserved.length > 0 ? container.innerHTML : '';
  return unserved
    .filter((url) => {
      const written = [url, url.replaceAll('&', '&amp;'), url.replace(/^https:\/\/[^/]+/, '')];
      return written.some((text) => text.length > 1 && html.includes(text));
    })
    .map((url) => ({ kind: 'network', url, detail: `asks for ${url}, which is not part of the deck` }));
}

/**
 * Text too small for the last row, in px on a slide 980 px wide: 20 is a twenty-eighth of its height. Runs in the
 * browser.
 */
export function checkTextSize({ texts }: AuditedSlide, tools: PageTools): Found[] {
  const least: Readonly<Record<Zone, number>> = {
    heading: 32,
    body: 20,
    diagram: 20,
    signs: 12,
    mark: 12,
    footer: 12,
    other: 12,
  };
  const tolerance = 0.1; // of a scaled diagram
  const small = texts.filter(({ size, zone }) => size < least[zone] - tolerance);
  const describe = ({ text, size, zone }: SlideText) =>
    `${tools.quote(text)} has ${Math.round(size * 10) / 10} px where ${least[zone]} px is the least`;
  return (['small-diagram', 'small-text'] as const).flatMap((kind) => {
    const those = small.filter(({ zone }) => (zone === 'diagram') === (kind === 'small-diagram'));
    return tools.summarize(kind, those.sort((a, b) => a.size - b.size).map(describe));
  });
}
