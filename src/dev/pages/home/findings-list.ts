import type { DevState, SlidePlace } from '../../state/dev-state.ts';
import { deckPath, openSource } from '../shared/buttons.ts';
import { findingKeys, findingsByDeck, type KeyedFinding } from '../shared/count-findings.ts';
import { element, keyedList, setText } from '../shared/elements.ts';
import { findingRow } from '../shared/finding-rows.ts';
import type { Notify } from '../shared/notices.ts';
import type { Words } from '../shared/words.ts';

/** With its lines each takes some work to draw; nobody fixes more in one go. */
const AT_ONCE = 50;

export interface FindingsList {
  update(state: DevState): void;
  /** Puts the focus on the first finding of a deck. */
  reveal(slug: string): void;
}

/** All findings, errors first. @param parent a list, followed by the button for more */
export function findingsList(
  parent: HTMLElement,
  more: HTMLButtonElement,
  words: Words,
  notify: Notify,
): FindingsList {
  let state: DevState | null = null;
  let shown = AT_ONCE;
  const list = keyedList<KeyedFinding>(
    parent,
    ({ key }) => key,
    () => {
      const { node, update } = findingRow({
        edit: ({ file, line, column }) => void openSource({ file, line, column }, notify, words),
        editLabel: words.openEditor,
        link: slideLink,
      });
      return { node, update: ({ finding }) => update(finding) };
    },
  );
  more.addEventListener('click', () => show(shown + AT_ONCE));

  function slideLink({ deck: slug, slide }: SlidePlace): HTMLElement {
    const deck = state?.decks.find((each) => each.slug === slug);
    const name =
      deck?.kind === 'speaker'
        ? deck.people.map((person) => person.name).join(', ')
        : deck?.kind === 'qa'
          ? words.qa
          : (deck?.title ?? slug);
    return element('a', { href: deckPath(slug, slide) }, `${name} \u00b7 ${words.slide(slide)}`);
  }

  function show(count: number): void {
    shown = count;
    const all = findingKeys(state?.findings ?? []);
    list(all.slice(0, shown));
    more.hidden = all.length <= shown;
    setText(more, words.more(Math.min(AT_ONCE, all.length - shown)));
  }

  return {
    update(next) {
      state = next;
      show(shown);
    },
    reveal(slug) {
      if (!state) return;
      const own = findingsByDeck(state).get(slug) ?? [];
      const all = findingKeys(state.findings);
      const index = all.findIndex(({ finding }) => own.includes(finding));
      if (index < 0) return;
      show(Math.max(shown, index + 1));
      const button = parent.children[index]?.querySelector<HTMLElement>('.source');
      button?.scrollIntoView({ block: 'center' });
      button?.focus({ preventScroll: true });
    },
  };
}
