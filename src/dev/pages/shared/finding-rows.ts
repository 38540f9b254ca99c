import type { FindingCard, SlidePlace } from '../../state/dev-state.ts';
import { element, type KeyedRow, setText } from './elements.ts';
import { textColumns } from './search.ts';

interface FindingActions {
  /** Opens the place in the editor. */
  edit(finding: FindingCard): void;
  /** How the button for it is called. */
  readonly editLabel: string;
  /** A link to a slide; null for none. */
  link(place: SlidePlace): HTMLElement | null;
}

/** A finding with its place, its lines, and what to do. */
export function findingRow({ edit, editLabel, link }: FindingActions): KeyedRow<FindingCard> {
  const place = element('button', { type: 'button', class: 'source', title: editLabel });
  const code = element('span', { class: 'code' });
  const what = element('p', { class: 'what', lang: 'en' });
  const frame = element('div');
  const why = element('p', { class: 'why', lang: 'en' });
  const fix = element('p', { class: 'fix', lang: 'en' });
  const links = element('p', { class: 'links' });
  const node = element('li', { class: 'finding' }, element('p', { class: 'place' }, place, code));
  node.append(what, frame, why, fix, links);
  let current: FindingCard | null = null;
  place.addEventListener('click', () => current && edit(current));
  return {
    node,
    update(finding) {
      if (finding.frame !== current?.frame)
        frame.replaceChildren(...(finding.frame === '' ? [] : [frameView(finding.frame)]));
      current = finding;
      node.dataset.severity = finding.severity;
      setText(place, `${finding.file}:${finding.line}:${finding.column}`);
      setText(code, finding.code);
      setText(what, finding.what);
      setText(why, finding.why);
      setText(fix, finding.fix);
      links.replaceChildren(...finding.places.flatMap((each) => link(each) ?? []));
    },
  };
}

/**
 * A code frame. Fonts draw Chinese wider or narrower than two columns, so everything that is not ASCII gets a box of
 * its columns: then the mark stands below its place in any font.
 */
function frameView(frame: string): HTMLPreElement {
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
