import type { Found, PageTools, SlideView } from './audited-slide.ts';
import type { PageElement, PageGlobals } from './dom.ts';

/** What a box that hides or scrolls its overflow cuts off, on paper. Runs in the browser. */
export function checkClipping({ container, texts, size }: SlideView, tools: PageTools): Found[] {
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
    if (!cuts || element.matches(boxes)) continue;
    const parts = [high > tolerance && `${high} px higher`, wide > tolerance && `${wide} px wider`];
    details.push(`a <${tagOf(element)}> is ${parts.filter(Boolean).join(' and ')} than its box`);
  }
  for (const text of texts) {
    // In shadow roots, and where a box hides on one side what does not scroll.
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
