import type { FoundTalk, LineRange, Meeting, Person } from './meeting.ts';

/** If nobody gave a talk, people with a smaller share of the speech do not count as speakers. */
const SHARE = 0.05;

/** If nobody gave a talk, as on a panel: what each person who says much said, as a talk. */
export function guestTalks(meeting: Meeting): readonly FoundTalk[] {
  const { talks, people, host } = meeting;
  if (talks.length > 0) return [];
  const all = people.reduce((sum, { said }) => sum + said, 0);
  const guests = people.filter(({ name, said }) => name !== host?.value && said > 0 && said >= all * SHARE);
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

/**
 * People who ask or answer and are neither speakers nor the host: guests, and named people in the audience. A voice
 * without a name is included only if it answers, because those who answer must be known.
 * @param speakers of all talks
 */
export function otherPeople(
  { people, exchanges, host }: Meeting,
  speakers: ReadonlySet<string>,
): readonly Person[] {
  const answering = new Set(
    exchanges.flatMap(({ answers }) =>
      answers.filter(({ kind }) => kind === 'answer').map(({ speaker }) => speaker),
    ),
  );
  const asking = new Set(
    exchanges.flatMap(({ askedBy, askedTo }) => [askedBy.value, ...askedTo.map(({ value }) => value)]),
  );
  return people.filter(
    ({ name, isNameless }) =>
      name !== host?.value &&
      !speakers.has(name) &&
      (answering.has(name) || (asking.has(name) && !isNameless)),
  );
}

/** Limit for a talk in characters, about half an hour; for people who speak for hours, the longest turns are used. */
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
