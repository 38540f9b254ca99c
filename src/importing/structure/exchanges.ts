import { type Found, type FoundAnswer, type FoundExchange, type LineRange, SURE } from '../meeting.ts';
import type { Cast } from './people.ts';
import { asksSomething, countsQuestion, invites, isOfAudience, isThanks, saysToAsk } from './phrases.ts';
import type { SpokenTurn } from './talks.ts';
import { type Paragraph, rangeOf, textOf } from './turns.ts';

/** The people who may ask and answer. */
export interface Floor {
  readonly cast: Cast;
  /** People by company, if they are the only one from it. */
  readonly orgs: ReadonlyMap<string, string>;
  readonly host: string | null;
  /** Label for a host without a name. */
  readonly hostLabel: string;
  /** People who gave talks or whom the file names; `A` is one of them. */
  readonly speakers: readonly string[];
  /** Label for questions from the audience, in the meetup's language. */
  readonly audience: string;
}

/** An exchange that is not complete yet. */
interface Open {
  readonly question: Paragraph[];
  readonly askedBy: Found<string>;
  readonly askedTo: readonly Found<string>[];
  readonly isOfAudience: boolean;
  readonly answers: FoundAnswer[];
  readonly asides: LineRange[];
}

/** A longer turn of a guest is an answer, even if it asks something. */
const LONGEST_GUEST_QUESTION = 700;
/** A shorter turn of the asker is a comment on the answer, not another question. */
const LONGEST_FOLLOW_UP = 25;

/**
 * Who asked whom what, and who answered.
 * @param turns from the first question on
 */
export function findExchanges(turns: readonly SpokenTurn[], floor: Floor): AskedAndAnswered {
  const minutes = new Minutes();
  const askers = labelledAskers(turns, floor);
  for (const [at, turn] of turns.entries()) {
    if (turn.isAside) minutes.aside(turn.range);
    else if (turn.kind === 'asker' || askers.has(turn.speaker ?? '')) askerSpeaks(minutes, turn, floor);
    else if (turn.isHost) hostSpeaks(minutes, turn, turns.slice(at + 1), floor);
    else if (turn.label !== null) guestSpeaks(minutes, turn, turns[at - 1] ?? null, floor);
  }
  return minutes.result();
}

export interface AskedAndAnswered {
  readonly exchanges: readonly FoundExchange[];
  /** Questions without an answer. */
  readonly unanswered: readonly LineRange[];
}

/** The exchanges so far. */
class Minutes {
  readonly #all: Open[] = [];

  get current(): Open | null {
    return this.#all.at(-1) ?? null;
  }

  /** Whether the current question has no answer yet. */
  get isWaiting(): boolean {
    return this.current?.answers.length === 0;
  }

  begin(
    question: readonly Paragraph[],
    askedBy: Found<string>,
    askedTo: readonly Found<string>[],
    isOfAudience = false,
  ) {
    this.#all.push({ question: [...question], askedBy, askedTo, isOfAudience, answers: [], asides: [] });
  }

  askOn(paragraphs: readonly Paragraph[]): void {
    this.current?.question.push(...paragraphs);
  }

  answer(kind: FoundAnswer['kind'], speaker: string, paragraphs: readonly Paragraph[]): void {
    const answers = this.current?.answers;
    if (!answers || paragraphs.length === 0) return;
    const range = rangeOf(paragraphs);
    const last = answers.at(-1);
    if (last && last.speaker === speaker && last.kind === kind) {
      answers[answers.length - 1] = { ...last, range: { first: last.range.first, last: range.last } };
    } else answers.push({ speaker, range, kind });
  }

  aside(range: LineRange): void {
    this.current?.asides.push(range);
  }

  result(): AskedAndAnswered {
    const isAnswered = ({ answers }: Open) => answers.some(({ kind }) => kind === 'answer');
    return {
      exchanges: this.#all.filter(isAnswered).map(closed),
      unanswered: this.#all.filter((open) => !isAnswered(open)).map(({ question }) => rangeOf(question)),
    };
  }
}

/** A speaker whose label marks an asker. */
function askerSpeaks(minutes: Minutes, turn: SpokenTurn, floor: Floor): void {
  const isUnknown = turn.kind === 'asker';
  const who = isUnknown ? floor.audience : (turn.speaker ?? floor.audience);
  const isSame = minutes.current?.askedBy.value === who;
  const text = textOf(turn);
  if (isSame && minutes.isWaiting) minutes.askOn(turn.paragraphs);
  else if (isSame && isFollowUp(turn, text)) minutes.answer('followUp', who, turn.paragraphs);
  else {
    const askedBy = { value: who, how: 'the label says so', sure: 1, at: turn.range };
    minutes.begin(turn.paragraphs, askedBy, asked(text, floor, null), isUnknown);
  }
}

/** The host comments, then may ask the next question. @param later the turns that follow */
function hostSpeaks(minutes: Minutes, turn: SpokenTurn, later: readonly SpokenTurn[], floor: Floor): void {
  const host = turn.speaker ?? floor.host ?? floor.hostLabel;
  const from = questionIn(turn.paragraphs);
  const mayBeAnswered = later.some((next) => !next.isHost && !next.isAside);
  if (from < 0 || !mayBeAnswered || minutes.isWaiting) {
    if (from >= 0 && minutes.isWaiting) minutes.askOn(turn.paragraphs);
    // The closing words are for everybody.
    else if (later.length > 0) minutes.answer('remark', host, turn.paragraphs);
    return;
  }
  minutes.answer('remark', host, turn.paragraphs.slice(0, from));
  const question = turn.paragraphs.slice(from);
  const text = question.map((paragraph) => paragraph.text).join('\n');
  const isRead = isOfAudience(textOf(turn));
  const goesOn = minutes.current?.isOfAudience === true && !/我(?:想|来|提)/.test(text);
  const at = turn.range;
  const askedBy = isRead
    ? { value: floor.audience, how: 'the host reads it for the audience', sure: 0.9, at }
    : goesOn
      ? { value: floor.audience, how: 'the question before it is from the audience', sure: SURE, at }
      : { value: host, how: 'the host asks', sure: 0.95, at };
  minutes.begin(question, askedBy, asked(text, floor, host), isRead || goesOn);
}

/** A guest answers, or asks another guest. @param before the preceding turn */
function guestSpeaks(minutes: Minutes, turn: SpokenTurn, before: SpokenTurn | null, floor: Floor): void {
  const who = turn.kind === 'answerer' ? answererOf(floor) : turn.speaker;
  if (who === null) return;
  const text = textOf(turn);
  const to = asked(text, floor, who).at(-1);
  const invitation = before?.isHost ? textOf(before) : '';
  const isInvited = invites(invitation.slice(-60)) && calls(invitation.slice(-80), who, floor.cast);
  const isAsking = isInvited || (saysToAsk(text) && asksSomething(text.slice(-400)));
  if (!to || !isAsking || turn.size >= LONGEST_GUEST_QUESTION) {
    minutes.answer('answer', who, turn.paragraphs);
    return;
  }
  const how = isInvited ? 'the host asks for the question' : 'says that it is a question';
  minutes.begin(turn.paragraphs, { value: who, how, sure: 0.9, at: turn.range }, [to]);
}

/** Index of the paragraph in a host's turn where the next question begins; those above are about the last answer. */
function questionIn(paragraphs: readonly Paragraph[]): number {
  const counted = paragraphs.findIndex(({ text }) => countsQuestion(text));
  if (counted >= 0) return counted;
  return paragraphs.findIndex(({ text }) => asksSomething(text) && !invites(text));
}

function isFollowUp({ size }: SpokenTurn, text: string): boolean {
  return isThanks(text) || (size < LONGEST_FOLLOW_UP && !/[?？]/.test(text));
}

/** If answers are labelled `A:`, everyone else who speaks without having given a talk is asking. */
function labelledAskers(turns: readonly SpokenTurn[], { host, speakers }: Floor): ReadonlySet<string> {
  if (turns.filter(({ kind }) => kind === 'answerer').length < 2) return new Set();
  const others = turns.flatMap(({ speaker }) => speaker ?? []);
  return new Set(others.filter((name) => name !== host && !speakers.includes(name)));
}

/** `A:` is the speaker of the talk, if there was only one. */
function answererOf({ speakers }: Floor): string | null {
  const [only, ...others] = speakers;
  return only !== undefined && others.length === 0 ? only : null;
}

/** Characters at the end of a question searched for the person asked. */
const TAIL = 160;
const BEFORE_NAME = /(?:请|问(?!题)|向|交给|抛给|想听|听|让|给|ask|to|for)\s*(?:一下|问|到)?[^，。,]{0,3}$/i;
const BEHIND_NAME =
  /^(?!已经|刚才|前面)(?:[^，。,]{0,4})(?:来|先|回答|怎么看|请|应该|有什么|的回答|的看法|补充|,|，| what| how| could| can| do)/i;

/**
 * The people asked: names after 请, 问, 向, or before 来, 怎么看, but not those only mentioned. A company stands for its only
 * person.
 */
function asked(text: string, { cast, orgs, host }: Floor, asker: string | null): readonly Found<string>[] {
  const tail = text.slice(-TAIL);
  const found = new Map<string, number>();
  for (const [address, name] of [...cast.addresses, ...orgs]) {
    if (address.length < 2 || name === host || name === asker) continue;
    const at = tail.lastIndexOf(address);
    if (at < 0) continue;
    const before = tail.slice(Math.max(0, at - 10), at);
    const behind = tail.slice(at + address.length, at + address.length + 14);
    if (BEFORE_NAME.test(before) || BEHIND_NAME.test(behind))
      found.set(name, Math.max(at, found.get(name) ?? 0));
  }
  return [...found]
    .sort(([, a], [, b]) => a - b)
    .map(([value]) => ({ value, how: 'called by name in the question', sure: 0.85, at: null }));
}

/** Whether a text addresses a person. */
function calls(text: string, who: string, { addresses }: Cast): boolean {
  return [...addresses].some(
    ([address, name]) => name === who && address.length > 1 && text.includes(address),
  );
}

function closed({ question, askedBy, askedTo, answers, asides }: Open): FoundExchange {
  const range = rangeOf(question);
  const last = Math.max(range.last, ...answers.map((answer) => answer.range.last));
  return { question: range, askedBy, askedTo, answers, asides, range: { first: range.first, last } };
}
