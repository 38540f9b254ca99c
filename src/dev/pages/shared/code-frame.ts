import { type FunctionalComponent, h, type VNode } from 'vue';
import { textColumns } from './search.ts';

/**
 * A code frame, without a template, which has blanks of its own. Fonts draw Chinese wider or narrower than two columns,
 * so everything that is not ASCII gets a box of its columns: then the mark stands below its place in any font.
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

/** The line below the one of the place. */
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
