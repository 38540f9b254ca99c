import type { DevState, FindingCard } from '../../state/dev-state.ts';
import { openSource } from '../shared/buttons.ts';
import { countFindings, findingKeys, type KeyedFinding } from '../shared/count-findings.ts';
import { element, keyedList, setText } from '../shared/elements.ts';
import { findingRow } from '../shared/finding-rows.ts';
import { type Notify, problemView } from '../shared/notices.ts';
import { readStored, writeStored } from '../shared/page-look.ts';
import type { Words } from '../shared/words.ts';

export interface Overlaid {
  /** Of the slide that is shown. */
  readonly findings: readonly FindingCard[];
  readonly problem: DevState['problem'];
  /** `dot`: the audience must not see more. */
  readonly size: 'full' | 'dot' | 'none';
  /** A name of the slide: what was unfolded there is folded elsewhere. */
  readonly slide: string;
}

const FOLDED = 'talkdeck:folded';

/** The findings over a slide: a panel for errors, a badge for the rest, a dot in front of an audience. */
export function overlayView(root: ParentNode, words: Words, notify: Notify): (overlaid: Overlaid) => void {
  const count = element('strong');
  const fold = element('button', { type: 'button', class: 'fold' }, words.fold);
  const stuck = element('div', { class: 'problem' });
  const list = element('ol');
  const panel = element('section', { class: 'panel', 'aria-label': words.findings });
  panel.append(element('header', {}, count, fold), stuck, list);
  const badge = element('button', { type: 'button', class: 'badge' });
  const dot = element('i', { class: 'dot' });
  root.append(panel, badge, dot);

  let isFolded = readStored(FOLDED) === 'yes';
  /** Where somebody asked to see what is no error. */
  let peekedAt: string | null = null;
  let current: Overlaid = { findings: [], problem: null, size: 'none', slide: '' };
  const rows = keyedList<KeyedFinding>(
    list,
    ({ key }) => key,
    () => {
      const { node, update } = findingRow({
        edit: ({ file, line, column }) => void openSource({ file, line, column }, notify, words),
        editLabel: words.openEditor,
        link: () => null,
      });
      return { node, update: ({ finding }) => update(finding) };
    },
  );
  const setFolded = (folded: boolean) => {
    isFolded = folded;
    writeStored(FOLDED, folded ? 'yes' : 'no');
    peekedAt = folded ? null : current.slide;
    render();
  };
  fold.addEventListener('click', () => setFolded(true));
  badge.addEventListener('click', () => setFolded(false));

  function render(): void {
    const { findings, problem, size, slide } = current;
    const isBad = problem !== null || findings.some(({ severity }) => severity === 'error');
    const isAny = isBad || findings.length > 0;
    const isOpen = isAny && !isFolded && (isBad || peekedAt === slide);
    panel.hidden = size !== 'full' || !isOpen;
    badge.hidden = size !== 'full' || !isAny || isOpen;
    dot.hidden = size !== 'dot' || !isAny;
    const severity = isBad ? 'error' : 'warning';
    for (const part of [panel, badge, dot]) part.dataset.severity = severity;
    const text = countFindings(findings, words, problem ? 1 : 0).join(', ');
    for (const part of [count, badge]) setText(part, text);
    stuck.replaceChildren(...(problem ? problemView(problem, words) : []));
    rows(findingKeys(findings));
  }

  return (overlaid) => {
    if (overlaid.slide !== current.slide) peekedAt = null;
    current = overlaid;
    render();
  };
}
