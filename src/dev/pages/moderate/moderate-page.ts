import type { DevState } from '../../state/dev-state.ts';
import { findElement, keyedList, setText } from '../shared/elements.ts';
import { listen } from '../shared/live.ts';
import { awayBanner, notices, postJson } from '../shared/notices.ts';
import { pageLook } from '../shared/page-look.ts';
import { type Words, wordsFor } from '../shared/words.ts';
import { findQuestions, topicsOf } from './find-questions.ts';
import { moderatorHead, moderatorKeys } from './head.ts';
import { answeredMarks, type QuestionActions, questionOnScreen } from './question-row.ts';
import { audienceScreens } from './screen.ts';
import { type TopicItem, topicItems, topicRow } from './topics.ts';

const byId = <T extends HTMLElement>(id: string, type: new () => T) => findElement(document, `#${id}`, type);
const search = byId('search', HTMLInputElement);
const failure = byId('failure', HTMLElement);
const list = byId('questions', HTMLElement);
const away = awayBanner(byId('away', HTMLElement));
const look = pageLook(false);
const notify = notices(document.body);
const marks = answeredMarks(() => render());

let state: DevState | null = null;
let words: Words = wordsFor('en');
let selected: string | null = null;
let view: { head: ReturnType<typeof moderatorHead>; topics: (items: readonly TopicItem[]) => void } | null =
  null;

const find = () => findQuestions(state?.questions ?? [], search.value);
const questionOf = (id: string | null) => state?.questions.find((question) => question.id === id) ?? null;
const qaSlug = () => state?.decks.find(({ kind }) => kind === 'qa')?.slug ?? null;
const screens = audienceScreens(() => render());

const actions: QuestionActions = {
  select(id) {
    if (selected === id) return;
    selected = id;
    render();
  },
  async show(id) {
    const [deck, question] = [qaSlug(), questionOf(id)];
    if (deck === null || !question) return;
    const place = { deck, slide: question.slide };
    const problem = await postJson('/@talkdeck/show', place);
    failure.hidden = problem === null;
    setText(failure, problem === null ? '' : `${words.notShown} ${problem || words.away}`);
    if (problem === null) screens.tell(place);
    render();
  },
  toggle(id) {
    const isKept = marks.toggle(id);
    sayMark(id, isKept, { label: words.undo, run: undo });
  },
};

function undo(): void {
  const id = marks.undo();
  if (id !== null) sayMark(id, true);
}

function sayMark(id: string, isKept: boolean, action?: Parameters<typeof notify>[1]): void {
  render();
  const number = questionOf(id)?.number;
  if (number === undefined) return;
  const done = marks.has(id) ? words.marked(number) : words.unmarked(number);
  notify(isKept ? done : `${done} ${words.notKept}`, action);
}

function move(to: 'next' | 'previous' | 'first' | 'last'): void {
  const { questions: found } = find();
  const ids = topicsOf(found).flatMap(({ questions }) => questions.map(({ id }) => id));
  const at = selected === null ? -1 : ids.indexOf(selected);
  const index = { next: at + 1, previous: at - 1, first: 0, last: ids.length - 1 }[to];
  const id = ids[Math.min(Math.max(index, 0), ids.length - 1)];
  if (id === undefined) return;
  actions.select(id);
  const row = list.querySelector<HTMLElement>('[aria-current]');
  // Who types goes on typing.
  if (document.activeElement !== search) row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

function render(): void {
  if (!state) return;
  const { questions } = state;
  const { questions: found, best } = find();
  if (!found.some(({ id }) => id === selected)) selected = best?.id ?? null;
  const screen = screens.of(qaSlug() ?? '');
  const onScreen = questionOnScreen(questions, screen.slide ?? 0);
  const open = questions.filter(({ id }) => !marks.has(id)).length;
  view?.head({ state, open, onScreen, screen });
  view?.topics(topicItems({ state, found, selected, onScreen, isAnswered: marks.has }));
  const empty = byId('empty', HTMLElement);
  empty.hidden = found.length > 0;
  setText(empty, questions.length === 0 ? words.noQuestions : words.nothingFound);
  document.body.dataset.ready = '';
}

search.addEventListener('input', () => {
  selected = find().best?.id ?? null;
  render();
});
moderatorKeys(search, {
  move,
  show: () => selected !== null && actions.show(selected),
  toggle: () => selected !== null && actions.toggle(selected),
  undo,
  clear() {
    search.value = '';
    search.blur();
    render();
  },
});
listen((message) => {
  if (message.kind === 'away') away(message.isAway);
  if (message.kind === 'show') {
    screens.tell(message.place);
    render();
  }
  if (message.kind !== 'state') return;
  state = message.state;
  words = look.follow(state);
  marks.follow(state);
  view ??= {
    head: moderatorHead(words),
    topics: keyedList<TopicItem>(
      list,
      ({ topic }) => topic,
      () => topicRow(words, actions),
    ),
  };
  render();
});
