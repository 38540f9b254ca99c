import type { FoundTalk, LineRange, Meeting } from './meeting.ts';

/** If nobody gave a talk, people with a smaller share of the speech are not speakers. */
const SHARE = 0.05;

/**
 * Talks for people who gave none but answer, or who say much when nobody gave one: every speaker needs a deck, and only
 * speakers may answer. The talks consist of what these people say.
 */
export function guestTalks(meeting: Meeting): readonly FoundTalk[] {
  const { talks, exchanges, people, host } = meeting;
  const speakers = new Set(talks.flatMap(({ speaker }) => speaker?.value ?? []));
  const answering = new Set(
    exchanges.flatMap(({ answers }) =>
      answers.filter(({ kind }) => kind === 'answer').map(({ speaker }) => speaker),
    ),
  );
  const all = people.reduce((sum, { said }) => sum + said, 0);
  const guests = people.filter(
    ({ name, said }) =>
      name !== host?.value &&
      !speakers.has(name) &&
      said > 0 &&
      (answering.has(name) || (talks.length === 0 && said >= all * SHARE)),
  );
  return guests.flatMap(({ name, isNameless }) => {
    const parts = partsOf(meeting, name);
    const [first] = parts;
    const last = parts.at(-1);
    if (!first || !last) return [];
    const how = isNameless ? 'only a label stands there' : 'the label says so';
    return [
      {
        speaker: { value: name, how, sure: isNameless ? 0.3 : 1, at: first },
        title: null,
        range: { first: first.first, last: last.last },
        parts,
        headings: [],
      },
    ];
  });
}

/** Limit for a talk in characters, about half an hour; of people who speak for hours the longest turns are taken. */
const MOST_CHARACTERS = 20_000;

function partsOf({ transcript }: Meeting, name: string): readonly LineRange[] {
  const parts: { first: number; last: number; length: number }[] = [];
  let isOpen = false;
  for (const { line, speaker, kind, text } of transcript.utterances) {
    const isOwn = kind === 'speech' && speaker === name;
    const last = parts.at(-1);
    const isLong = last !== undefined && last.length + text.length > MOST_CHARACTERS;
    if (isOwn && isOpen && last && !isLong) {
      last.last = line;
      last.length += text.length;
    } else if (isOwn) parts.push({ first: line, last: line, length: text.length });
    if (kind !== 'label') isOpen = isOwn;
  }
  let room = MOST_CHARACTERS;
  const chosen = parts
    .toSorted((a, b) => b.length - a.length)
    .filter(({ length }, at) => {
      const fits = at === 0 || length <= room;
      if (fits) room -= length;
      return fits;
    });
  return chosen.toSorted((a, b) => a.first - b.first).map(({ first, last }) => ({ first, last }));
}
