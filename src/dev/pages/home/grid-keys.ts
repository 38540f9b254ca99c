/** Arrow keys go from card to card by position; Home and End to the ends. @param mainOf the focusable part of a card */
export function gridKeys(grid: HTMLElement, mainOf: (card: Element) => HTMLElement | null): void {
  const cards = () => [...grid.children].filter((card) => card instanceof HTMLElement && !card.hidden);
  const go = (card: Element | undefined) => {
    const main = card ? mainOf(card) : null;
    main?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
    const all = cards();
    const { activeElement } = document;
    const isTyping = activeElement instanceof HTMLInputElement;
    const at = all.findIndex((card) => card.contains(activeElement));
    // Elsewhere on the page, arrows scroll as usual.
    if (at < 0 && activeElement !== document.body && !(isTyping && event.key === 'ArrowDown')) return;
    const columns = all.findIndex((card) => topOf(card) > topOf(all[0]));
    const step = columns < 1 ? all.length : columns;
    const next = target(event.key, at, step, all.length);
    if (next === null) return;
    event.preventDefault();
    if (next >= 0) go(all[next]);
  });
}

function topOf(card: Element | undefined): number {
  return card?.getBoundingClientRect().top ?? 0;
}

/** Null for other keys; negative if there is nothing in that direction. */
function target(key: string, at: number, columns: number, count: number): number | null {
  const isFirst = at < 0;
  const inside = (index: number) => (index < count ? index : -1);
  if (key === 'ArrowDown') return isFirst ? inside(0) : inside(at + columns);
  if (isFirst) return null;
  if (key === 'ArrowUp') return at - columns;
  if (key === 'ArrowRight') return inside(at + 1);
  if (key === 'ArrowLeft') return at - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
