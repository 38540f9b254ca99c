import { type FunctionalComponent, h, type VNode } from 'vue';
import { textColumns } from './search.ts';

/**
 * A code frame, as a function, because a template would add spaces. Fonts draw Chinese wider or narrower than two
 * columns, so all non-ASCII characters get boxes of their column width: this keeps the mark below its place in any
 * font.
 */
export const CodeFrame: FunctionalComponent<{ frame: string }> = ({ frame }) => {
  const lines = frame.split('\n');
  const parts = lines.flatMap((line, index) => {
    const end = index < lines.length - 1 ? '\n' : '';
    const [, before, mark] = (lines[index - 1] ?? '').startsWith('>') ? (MARK.exec(line) ?? []) : [];
    if (before !== undefined && mark !== undefined) return [before, h('span', { class: 'mark' }, mark), end];
    return [h('span', { class: line.startsWith('>') ? 'at' : 'near' }, [...cells(line), end])];
  });
  return h('pre', { class: 'frame', tabindex: '0' }, parts);
};
CodeFrame.props = ['frame'];

/** The line with the mark. */
const MARK = /^(\s*\| *)(\^+)$/;

function cells(line: string): readonly (VNode | string)[] {
  const parts = line.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? [];
  return parts.flatMap((part): readonly (VNode | string)[] => {
    if (/^[\x20-\x7e]/.test(part)) return [part];
    return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(part)].map(({ segment }) =>
      h('span', { class: textColumns(segment) === 2 ? 'wide' : 'narrow' }, segment),
    );
  });
}
