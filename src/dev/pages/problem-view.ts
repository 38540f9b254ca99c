import type { DevState } from '../state/dev-state.ts';
import { element } from './shared/elements.ts';
import type { Words } from './shared/words.ts';

/** What keeps edits from showing, in words. */
export function problemView(problem: NonNullable<DevState['problem']>, words: Words): readonly HTMLElement[] {
  return [
    element('strong', {}, words.stuck),
    element('p', { class: 'what', lang: 'en' }, problem.message),
    ...(problem.hint === null ? [] : [element('p', { class: 'fix', lang: 'en' }, problem.hint)]),
  ];
}
