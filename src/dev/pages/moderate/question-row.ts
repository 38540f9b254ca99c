import type { QuestionCard } from '../../state/dev-state.ts';
import type { Row } from '../keyed-list.ts';
import { setColor } from '../set-color.ts';
import { setText } from '../set-text.ts';
import { element } from '../shared/elements.ts';
import type { Words } from '../shared/words.ts';

/** A question as the moderator sees it. */
export interface QuestionItem {
  readonly question: QuestionCard;
  /** By name, of those whom it names. */
  readonly accents: Readonly<Record<string, string>>;
  readonly isSelected: boolean;
  readonly isOnScreen: boolean;
  readonly isAnswered: boolean;
}

export interface QuestionActions {
  select(id: string): void;
  show(id: string): void;
  toggle(id: string): void;
}

/** A question with who asks and who answers, a box for its mark, and the button that puts it on screen. */
export function questionRow(first: QuestionItem, words: Words, actions: QuestionActions): Row<QuestionItem> {
  const { id } = first.question;
  const box = element('input', { type: 'checkbox', tabindex: '-1', 'aria-label': words.answered });
  const mark = element('label', { class: 'mark', title: words.answered }, box);
  const number = element('span', { class: 'number' });
  const text = element('p', { class: 'text' });
  const people = element('p', { class: 'people' });
  const show = element('button', { type: 'button', class: 'show', tabindex: '-1' });
  const node = element('li', { class: 'question' }, mark, number, element('div', {}, text, people), show);
  // The keys go on from the question that was last touched.
  node.addEventListener('focusin', () => actions.select(id));
  node.addEventListener('click', () => node.focus());
  show.addEventListener('click', () => actions.show(id));
  box.addEventListener('change', () => actions.toggle(id));
  return {
    node,
    update(item) {
      const { question, isSelected, isOnScreen, isAnswered } = item;
      node.tabIndex = isSelected ? 0 : -1;
      node.ariaCurrent = isSelected ? 'true' : null;
      node.classList.toggle('on-screen', isOnScreen);
      node.classList.toggle('answered', isAnswered);
      box.checked = isAnswered;
      setText(number, String(question.number));
      setText(text, question.text);
      setText(show, isOnScreen ? words.onScreen : words.show);
      people.replaceChildren(...roles(item, words));
    },
  };
}

function roles({ question, accents }: QuestionItem, words: Words): readonly Node[] {
  const { askedBy, askedTo, answeredBy } = question;
  const named = (label: string, names: readonly string[]): readonly Node[] => {
    if (names.length === 0) return [];
    const views = names.map((name) => {
      const view = element('span', { class: 'person' }, name);
      const accent = accents[name];
      if (accent !== undefined) setColor(view, accent);
      return view;
    });
    return [element('span', { class: 'role' }, element('span', { class: 'label' }, label), ...views)];
  };
  return [
    ...named(words.asks, [askedBy]),
    ...named(words.asked, askedTo),
    ...named(words.answers, answeredBy),
  ];
}
