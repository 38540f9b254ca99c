import type { PageNode } from './dom.ts';
import type { SheetGlobals } from './sheet-dom.ts';

/** The speaker notes of some slides as plain text, a paragraph or an item to a line. Runs in the browser. */
export function readNotes({ first, count }: { first: number; count: number }): string[] {
  const { document, __talkdeck } = globalThis as unknown as SheetGlobals;
  const textOf = (node: PageNode): string => {
    if (node.nodeType === 3) return node.textContent ?? '';
    const text = [...node.childNodes].map(textOf).join('');
    return /^(?:P|LI|PRE|H\d|BLOCKQUOTE|BR)$/.test((node as { tagName?: string }).tagName ?? '')
      ? `${text.trim()}\n`
      : text;
  };
  return Array.from({ length: count }, (_, index) => {
    // Nothing in it runs or loads: it is never put into the document.
    const holder: { innerHTML: string; readonly content?: PageNode } = document.createElement('template');
    holder.innerHTML = __talkdeck.notes[first + index] ?? '';
    return (holder.content ? textOf(holder.content) : '').replaceAll(/\s*\n\s*/g, '\n').trim();
  });
}
