import type MarkdownIt from 'markdown-it';

type CoreRule = Parameters<MarkdownIt['core']['ruler']['before']>[2];

/** Items of a list that begin with `[ ]` or `[x]` are tasks, and show a box in its place. */
export function readTasks(markdown: MarkdownIt): void {
  // Afterwards an escaped bracket is text like any other.
  markdown.core.ruler.before('text_join', 'task', taskRule);
}

const taskRule: CoreRule = ({ tokens }) => {
  for (const [index, { type }] of tokens.entries()) {
    if (type !== 'list_item_open' || tokens[index + 1]?.type !== 'paragraph_open') continue;
    const [first] = tokens[index + 2]?.children ?? [];
    if (first?.type === 'text') first.content = first.content.replace(SIGN, boxOf);
  }
};

const SIGN = /^\[[ xX]\](?= )/;

const boxOf = (sign: string): string => (sign === '[ ]' ? '\u2610' : '\u2611');
