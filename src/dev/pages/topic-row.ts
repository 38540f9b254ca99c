import { keyedList, type Row } from './keyed-list.ts';
import { type QuestionActions, type QuestionItem, questionRow } from './moderate/question-row.ts';
import { setText } from './set-text.ts';
import { element } from './shared/elements.ts';
import type { Words } from './shared/words.ts';

/** A topic with those of its questions that were found. */
export interface TopicItem {
  readonly topic: string;
  readonly lang: string;
  /** Of all of its questions, how many are open. */
  readonly open: number;
  readonly total: number;
  readonly questions: readonly QuestionItem[];
}

export function topicRow(words: Words, actions: QuestionActions): Row<TopicItem> {
  const title = element('span');
  const open = element('span', { class: 'open' });
  const list = element('ol');
  const node = element('section', {}, element('h2', {}, title, open), list);
  const rows = keyedList<QuestionItem>(
    list,
    ({ question }) => question.id,
    (item) => questionRow(item, words, actions),
  );
  return {
    node,
    update(item) {
      title.lang = item.lang;
      list.lang = item.lang;
      setText(title, item.topic);
      setText(open, words.open(item.open, item.total));
      rows(item.questions);
    },
  };
}
