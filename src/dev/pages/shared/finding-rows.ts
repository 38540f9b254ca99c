import type { FindingCard, SlidePlace } from '../../state/dev-state.ts';
import { frameView } from '../frame-view.ts';
import type { Row } from '../keyed-list.ts';
import { setText } from '../set-text.ts';
import { element } from './elements.ts';

export interface FindingActions {
  /** Opens the place in the editor. */
  edit(finding: FindingCard): void;
  /** How the button for it is called. */
  readonly editLabel: string;
  /** A link to a slide; null for none. */
  link(place: SlidePlace): HTMLElement | null;
}

/** A finding with its place, its lines, and what to do. */
export function findingRow({ edit, editLabel, link }: FindingActions): Row<FindingCard> {
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
