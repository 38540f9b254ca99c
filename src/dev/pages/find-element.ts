/** An element that the page's own markup has. @throws RangeError when it has not */
export function findElement<T extends Element>(root: ParentNode, selector: string, type: new () => T): T {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new RangeError(`the page has no ${selector}`);
}
