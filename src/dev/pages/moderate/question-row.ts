import type { DevState, QuestionCard } from '../../state/dev-state.ts';
import { element, type KeyedRow, setColor, setText } from '../shared/elements.ts';
import { readStored, writeStored } from '../shared/page-look.ts';
import type { Words } from '../shared/words.ts';

/** A question as the moderator sees it. */
export interface QuestionItem {
  readonly question: QuestionCard;
  /** By name, of those whom it names. */
  readonly accents: Readonly<Record<string, string>>;
  /** Of the decks, whose colours they are. */
  readonly look: 'quiet' | 'bold' | 'vivid';
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
export function questionRow(
  first: QuestionItem,
  words: Words,
  actions: QuestionActions,
): KeyedRow<QuestionItem> {
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

/** Which questions were answered; this browser keeps it, for each event apart. */
interface AnsweredMarks {
  has(id: string): boolean;
  /** False where the browser will not keep it. */
  toggle(id: string): boolean;
  /** Takes the last toggle back. Null where there is none, else whose. */
  undo(): string | null;
  /** The marks of the state's event; those of an event whose title is fixed go along. */
  follow(state: DevState): void;
}

/** @param changed marks were set or taken away in another window */
export function answeredMarks(changed: () => void): AnsweredMarks {
  let key: string | null = null;
  let marks = new Set<string>();
  let done: string[] = [];
  const save = () => key !== null && writeStored(key, JSON.stringify([...marks]));
  const flip = (id: string) => {
    if (!marks.delete(id)) marks.add(id);
    return save();
  };
  addEventListener('storage', (event) => {
    if (event.key !== key || key === null) return;
    marks = parse(event.newValue);
    changed();
  });
  return {
    has: (id) => marks.has(id),
    toggle(id) {
      done.push(id);
      return flip(id);
    },
    undo() {
      const id = done.pop() ?? null;
      if (id !== null) flip(id);
      return id;
    },
    follow({ event, questions }) {
      const next = event && `talkdeck:answered:${event.title}\n${event.date ?? ''}`;
      if (next === null || next === key) return;
      const stored = readStored(next);
      const ids = new Set(questions.map(({ id }) => id));
      const isSameEvent = key !== null && marks.size > 0 && [...marks].every((id) => ids.has(id));
      key = next;
      if (stored === null && isSameEvent) {
        save();
        return;
      }
      marks = parse(stored);
      done = [];
    },
  };
}

/** The question whose slides are on screen: from its own to the next question's. Null in front of the first. */
export function questionOnScreen(questions: readonly QuestionCard[], slide: number): QuestionCard | null {
  return (
    questions
      .filter((question) => question.slide <= slide)
      .toSorted((a, b) => b.slide - a.slide)
      .at(0) ?? null
  );
}

function roles({ question, accents, look }: QuestionItem, words: Words): readonly Node[] {
  const { askedBy, askedTo, answeredBy } = question;
  const named = (label: string, names: readonly string[]): readonly Node[] => {
    if (names.length === 0) return [];
    const views = names.map((name) => {
      const dot = element('span', { class: 'dot', 'data-look': look });
      const accent = accents[name];
      if (accent !== undefined) setColor(dot, accent);
      return element('span', { class: 'person' }, dot, name);
    });
    return [element('span', { class: 'role' }, element('span', { class: 'label' }, label), ...views)];
  };
  return [
    ...named(words.asks, [askedBy]),
    ...named(words.asked, askedTo),
    ...named(words.answers, answeredBy),
  ];
}

/** Whatever else stands there counts as nothing. */
function parse(stored: string | null): Set<string> {
  try {
    const ids: unknown = JSON.parse(stored ?? '[]');
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}
