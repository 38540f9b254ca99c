import { element } from './shared/elements.ts';
import { textColumns } from './text-columns.ts';

/**
 * A code frame. Fonts draw Chinese wider or narrower than two columns, so everything that is not ASCII gets a box of
 * its columns: then the mark stands below its place in any font.
 */
export function frameView(frame: string): HTMLPreElement {
  const view = element('pre', { class: 'frame', tabindex: '0' });
  const lines = frame.split('\n');
  lines.forEach((line, index) => {
    const end = index < lines.length - 1 ? '\n' : '';
    const [, before, mark] = (lines[index - 1] ?? '').startsWith('>') ? (MARK.exec(line) ?? []) : [];
    if (before !== undefined && mark !== undefined)
      view.append(before, element('span', { class: 'mark' }, mark), end);
    else view.append(element('span', { class: line.startsWith('>') ? 'at' : 'near' }, ...cells(line)), end);
  });
  return view;
}

/** The line below the one of the place. */
const MARK = /^(\s*\| *)(\^+)$/;

function cells(line: string): readonly (Node | string)[] {
  const parts = line.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? [];
  return parts.flatMap((part): readonly (Node | string)[] => {
    if (/^[\x20-\x7e]/.test(part)) return [part];
    return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(part)].map(({ segment }) =>
      element('span', { class: textColumns(segment) === 2 ? 'wide' : 'narrow' }, segment),
    );
  });
}
