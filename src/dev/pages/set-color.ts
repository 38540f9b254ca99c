/** Sets an element's `--accent`, if that is a colour. */
export function setColor(node: HTMLElement, color: string): void {
  if (CSS.supports('color', color)) node.style.setProperty('--accent', color);
}
