/** What stands for an item on the page. */
export interface Row<Item> {
  readonly node: HTMLElement;
  update(item: Item): void;
}

interface Kept<Item> {
  readonly row: Row<Item>;
  /** The item as JSON, to see whether it has changed. */
  shown: string;
}

/**
 * Keeps the children of an element those of a list: what stays keeps its element, and with it focus and scroll
 * position; what has not changed is not touched. Items are plain data, their keys differ.
 */
export function keyedList<Item>(
  parent: Element,
  keyOf: (item: Item) => string,
  create: (item: Item) => Row<Item>,
): (items: readonly Item[]) => void {
  let kept = new Map<string, Kept<Item>>();
  return (items) => {
    const next = new Map<string, Kept<Item>>();
    for (const item of items) {
      const key = keyOf(item);
      const shown = JSON.stringify(item);
      const old = kept.get(key) ?? { row: create(item), shown: '' };
      if (old.shown !== shown) old.row.update(item);
      old.shown = shown;
      next.set(key, old);
    }
    for (const [key, { row }] of kept) if (!next.has(key)) row.node.remove();
    kept = next;
    place(
      parent,
      [...next.values()].map(({ row }) => row.node),
    );
  };
}

/** Moves only what stands in the wrong place; what has the focus keeps it. */
function place(parent: Element, nodes: readonly HTMLElement[]): void {
  const focused = document.activeElement;
  let at = parent.firstElementChild;
  for (const node of nodes) {
    if (node === at) at = at.nextElementSibling;
    else parent.insertBefore(node, at);
  }
  const lost = focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused;
  if (lost) focused.focus({ preventScroll: true });
}
