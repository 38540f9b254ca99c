/** Changes a text only where it differs, so that what a reader has selected stays so. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
