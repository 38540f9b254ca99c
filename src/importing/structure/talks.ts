import { type Found, type FoundTalk, type LineRange, type Shape, SURE } from '../meeting.ts';
import type { Bio } from './bios.ts';
import { formsOfAddress } from './names.ts';
import type { Cast } from './people.ts';
import { type Paragraph, type Part, rangeOf, sizeOf, type Turn, textOf } from './turns.ts';

/** A turn with its speaker. */
export interface SpokenTurn extends Turn {
  /** Null if unknown. */
  readonly speaker: string | null;
  readonly isHost: boolean;
}

/** A talk whose title is not known yet. */
export type UntitledTalk = Omit<FoundTalk, 'title'>;

export interface Scene {
  readonly turns: readonly SpokenTurn[];
  readonly parts: readonly Part[];
  readonly cast: Cast;
  readonly bios: readonly Bio[];
  /** The host's name; null where there is none. */
  readonly host: string | null;
  /** Speakers named by the file itself. */
  readonly named: readonly string[];
  /** Names that the user assigned to labels, or to talks by first line: `L27`. */
  readonly assigned: ReadonlyMap<string, string>;
  /** Positions of lines among the non-empty ones, by line. */
  readonly places: readonly number[];
}

/** Consecutive turns of one speaker. */
export interface Run {
  readonly speaker: string | null;
  readonly turns: readonly SpokenTurn[];
  readonly size: number;
}

/** Minimum size of a talk: half a minute. */
export const SMALLEST_TALK = 180;
/** Minimum size without any name: two minutes. */
const SMALLEST_NAMELESS = 400;
/** Minimum size if people talk at length again and again: four minutes. */
const LONG_TALK = 800;
const LONG_SHARE = 0.15;
const OPENING = /致辞|开场|开幕|闭幕|总结发言|Opening|Welcome|Closing/i;

/**
 * The talks before the questions.
 * @param end first line of the questions; null if unknown
 */
export function findTalks(scene: Scene, shape: Shape | null, end: number | null): readonly UntitledTalk[] {
  if (shape !== null && shape !== 'talks') return [];
  const zone = scene.turns.filter(({ range, isAside }) => !isAside && (end === null || range.first < end));
  const runs = runsOf(zone, scene);
  const smallest = smallestTalk(runs, scene);
  const talks: UntitledTalk[] = [];
  let announced: Announced | null = null;
  for (const run of runs) {
    const [first] = run.turns;
    if (!first || run.turns.some(({ isHost }) => isHost)) continue;
    if (first.kind === 'presenter') {
      announced = announcedBy(run, scene);
      if (announced && sizeOfAll(announced.rest) >= SMALLEST_TALK) {
        talks.push(talkOf(announced.rest, announced.speaker, scene));
        announced = null;
      }
    } else if (run.speaker !== null) {
      const isWhole = run.size >= smallest || hasOwnPart(run, runs);
      if (isWhole && run.size > 0) talks.push(talkOf(paragraphsOf(run), byLabel(run, scene), scene));
    } else if (isNamelessTalk(run, scene)) {
      talks.push(talkOf(paragraphsOf(run), announced?.speaker ?? null, scene));
      announced = null;
    }
  }
  const named = nameTheLost(joined(talks), scene);
  return named.filter(({ range }) => !isOpening(range, scene));
}

/** Groups consecutive turns of one speaker; a nod by someone else does not interrupt a run. */
export function runsOf(zone: readonly SpokenTurn[], { parts }: Pick<Scene, 'parts'>): readonly Run[] {
  const isParted =
    parts.filter((part) => zone.some((turn) => turn.part === part && turn.label !== null)).length >= 3;
  const runs: { speaker: string | null; turns: SpokenTurn[]; size: number }[] = [];
  for (const turn of zone) {
    const last = runs.at(-1);
    const before = isNod(turn) ? null : nodded(runs, turn);
    const open = before ?? last;
    if (
      open &&
      !turn.isHost &&
      open.speaker === turn.speaker &&
      open.turns[0]?.kind === turn.kind &&
      goesOn(open, turn, isParted)
    ) {
      if (before) runs.length = runs.indexOf(before) + 1;
      open.turns.push(turn);
      open.size += turn.size;
    } else runs.push({ speaker: turn.speaker, turns: [turn], size: turn.size });
  }
  return runs;
}

/** `Mm-hmm.`, 嗯 */
function isNod({ size, label }: SpokenTurn): boolean {
  return label !== null && size <= 6;
}

/** The run interrupted by a nod. */
function nodded<T extends Run>(runs: readonly T[], turn: SpokenTurn): T | null {
  const last = runs.at(-1);
  const before = runs.at(-2);
  const isInterrupted = last && before && last.turns.length === 1 && last.turns[0] && isNod(last.turns[0]);
  return isInterrupted && turn.speaker !== null && before.speaker === turn.speaker ? before : null;
}

function goesOn(run: Run, turn: SpokenTurn, isParted: boolean): boolean {
  const part = run.turns.at(-1)?.part ?? null;
  if (part === turn.part) return true;
  if (turn.speaker !== null) return !isParted || turn.part?.isNumber === true;
  return turn.part !== null && !turn.part.isNumber && !(turn.part.level <= 2 && isParted);
}

/** Minimum size of a talk; higher if speakers recur, because then they are conversing. */
function smallestTalk(runs: readonly Run[], { host }: Scene): number {
  const long = runs.filter(
    ({ speaker, size }) => speaker !== null && speaker !== host && size >= SMALLEST_TALK,
  );
  const speakers = new Set(long.map(({ speaker }) => speaker));
  if (long.length <= speakers.size * 2) return SMALLEST_TALK;
  const all = runs.reduce((sum, { size }) => sum + size, 0);
  return Math.max(LONG_TALK, all * LONG_SHARE);
}

/** A short talk under a heading of its own. */
function hasOwnPart(run: Run, runs: readonly Run[]): boolean {
  const part = run.turns[0]?.part;
  if (!part || part.isNumber || part.isQuestions) return false;
  return !runs.some(
    (other) => other !== run && other.turns.some((turn) => turn.part === part && !turn.isHost),
  );
}

function paragraphsOf({ turns }: Run): readonly Paragraph[] {
  return turns.flatMap(({ paragraphs }) => paragraphs);
}

function sizeOfAll(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + sizeOf(text), 0);
}

function byLabel({ speaker, turns }: Run, { cast }: Scene): Found<string> | null {
  if (speaker === null) return null;
  const isNameless = cast.voices.get(speaker)?.isNameless === true;
  const how = isNameless ? 'only a label stands there' : 'the label says so';
  return { value: speaker, how, sure: isNameless ? 0.3 : 1, at: turns[0]?.range ?? null };
}

/** A person introduced before a talk. */
interface Announced {
  readonly speaker: Found<string> | null;
  /** The rest of the turn after the introduction. */
  readonly rest: readonly Paragraph[];
}

/** `分享人：`, then who it is; the talk follows in the same turn or in its own. */
function announcedBy(run: Run, { bios, cast }: Scene): Announced | null {
  const paragraphs = paragraphsOf(run);
  const [intro, ...rest] = paragraphs;
  if (!intro) return null;
  const told =
    bios.find(({ line }) => line === intro.line)?.name ??
    [...cast.voices.keys()].find((name) => intro.text.includes(name));
  const name = told ?? (/^\p{Script=Han}{2,4}$/u.test(intro.text) ? intro.text : undefined);
  if (name === undefined) return { speaker: null, rest: paragraphs };
  const at = rangeOf([intro]);
  return { speaker: { value: name, how: 'introduced in front of the talk', sure: 0.95, at }, rest };
}

/** Text of unknown speakers is a talk under a heading, or if nobody has spoken before. */
function isNamelessTalk(run: Run, { turns }: Scene): boolean {
  const first = run.turns[0];
  if (!first || run.size < SMALLEST_NAMELESS) return false;
  return (
    first.part !== null ||
    !turns.some(({ speaker, range }) => speaker !== null && range.first < first.range.first)
  );
}

function talkOf(
  all: readonly Paragraph[],
  speaker: Found<string> | null,
  { bios, parts, places }: Scene,
): UntitledTalk {
  const paragraphs = all.filter(
    ({ line }) => !bios.some((bio) => bio.line === line && bio.turn.kind === 'presenter'),
  );
  const spoken = paragraphs.length > 0 ? paragraphs : all;
  const range = rangeOf(spoken);
  const headings = parts
    .filter(({ line, isNumber }) => !isNumber && line > range.first && line < range.last)
    .map(({ line }) => ({ first: line, last: line }));
  return { speaker, range, parts: consecutive(spoken, places), headings };
}

/** Lines as ranges, with only empty lines in between. @param paragraphs in order */
export function consecutive(
  paragraphs: readonly Paragraph[],
  places: readonly number[],
): readonly LineRange[] {
  const ranges: { first: number; last: number }[] = [];
  const placeOf = (line: number) => places[line] ?? 0;
  for (const { line } of paragraphs) {
    const last = ranges.at(-1);
    if (last && placeOf(line) - placeOf(last.last) <= 1) last.last = line;
    else ranges.push({ first: line, last: line });
  }
  return ranges;
}

/** Joins what a speaker says before and after a break. */
function joined(talks: readonly UntitledTalk[]): readonly UntitledTalk[] {
  const whole: UntitledTalk[] = [];
  for (const talk of talks) {
    const last = whole.at(-1);
    if (last?.speaker && last.speaker.value === talk.speaker?.value) {
      whole[whole.length - 1] = {
        speaker: last.speaker,
        range: { first: last.range.first, last: talk.range.last },
        parts: [...last.parts, ...talk.parts],
        headings: [...last.headings, ...talk.headings],
      };
    } else whole.push(talk);
  }
  return whole;
}

/** Names unknown speakers: from front matter, or because the next speakers mention someone who has no talk. */
function nameTheLost(talks: readonly UntitledTalk[], scene: Scene): readonly UntitledTalk[] {
  const { named, cast, turns, host, assigned } = scene;
  return talks.map((talk) => {
    const chosen = assigned.get(`L${talk.range.first}`);
    if (chosen !== undefined)
      return { ...talk, speaker: { value: chosen, how: '--speaker', sure: 1, at: null } };
    if (talk.speaker !== null) return talk;
    const at = talk.range;
    const [only] = named;
    if (only !== undefined && named.length === 1) {
      return {
        ...talk,
        speaker: { value: only, how: 'front matter names one speaker', sure: 0.9, at: null },
      };
    }
    const without = [...cast.voices.values()]
      .filter(
        ({ name, isNameless }) =>
          name !== host && !isNameless && !talks.some(({ speaker }) => speaker?.value === name),
      )
      .map(({ name }) => name);
    const next = turns.filter(({ range, isHost }) => range.first > at.last && !isHost).slice(0, 2);
    for (const turn of next) {
      const text = textOf(turn).slice(0, 400);
      const called = without.flatMap((name) => {
        const address = formsOfAddress(name).find(
          (form) => form.length > 1 && text.includes(form) && cast.meant(form) === name,
        );
        return address === undefined ? [] : [{ name, address }];
      });
      const [first, ...others] = called;
      if (!first || others.length > 0) continue;
      const line =
        turn.paragraphs.find((paragraph) => paragraph.text.includes(first.address))?.line ?? turn.range.first;
      const how =
        without.length === 1
          ? `no name stands here; the next speaker says ${first.address}, and only ${first.name} has no talk`
          : `no name stands here; the next speaker says ${first.address}`;
      return {
        ...talk,
        speaker: { value: first.name, how, sure: SURE - 0.1, at: { first: line, last: line } },
      };
    }
    const [last, ...others] = without;
    if (last === undefined || others.length > 0) return talk;
    return {
      ...talk,
      speaker: { value: last, how: `no name stands here; only ${last} has no talk`, sure: 0.5, at: null },
    };
  });
}

/** A welcome is not a talk. */
function isOpening({ first }: LineRange, { parts }: Scene): boolean {
  const part = parts.findLast(({ line }) => line < first);
  return part !== undefined && OPENING.test(part.title);
}
