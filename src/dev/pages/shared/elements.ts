/** What an element is made with; never a style or a script, which could come from a summary. */
interface Attributes {
  readonly [name: string]: string;
}

/** A new element. Texts become text, whatever they hold. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (/^(?:on|style$|srcdoc$)/i.test(name)) throw new RangeError(`${name} is not for texts`);
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** An element that the page's own markup has. @throws RangeError when it has not */
export function findElement<T extends Element>(root: ParentNode, selector: string, type: new () => T): T {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new RangeError(`the page has no ${selector}`);
}

/** Changes a text only where it differs, so that what a reader has selected stays so. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Sets an element's `--accent`, if that is a colour. */
export function setColor(node: HTMLElement, color: string): void {
  if (CSS.supports('color', color)) node.style.setProperty('--accent', color);
}

/** What stands for an item on the page. */
export interface KeyedRow<Item> {
  readonly node: HTMLElement;
  update(item: Item): void;
}

interface Kept<Item> {
  readonly row: KeyedRow<Item>;
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
  create: (item: Item) => KeyedRow<Item>,
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

/** Whether keys go into a field. */
export function isTyping(): boolean {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return false;
  return active.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(active.tagName);
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
