import type { Found, Shape } from '../meeting.ts';
import { beginsQuestions, isQuestion } from './phrases.ts';
import type { Scene, SpokenTurn, UntitledTalk } from './talks.ts';
import { textOf } from './turns.ts';

/** The line where the transcript announces questions, or null. */
export function questionsBegin({ parts, turns }: Scene): number | null {
  const heading = parts.find(({ isQuestions }) => isQuestions)?.line;
  if (heading !== undefined) return heading;
  const said = turns.find((turn) => turn.isHost && beginsQuestions(textOf(turn)))?.range.first;
  const labelled = turns.find(({ kind }) => kind === 'asker' || kind === 'answerer')?.range.first;
  return said === undefined || labelled === undefined ? (said ?? labelled ?? null) : Math.min(said, labelled);
}

/** The line where someone after the last talk asks and is answered, for transcripts that do not announce questions. */
export function questionsBehind(turns: readonly SpokenTurn[], talks: readonly UntitledTalk[]): number | null {
  const last = talks.at(-1)?.range.last ?? 0;
  const behind = turns.filter(({ range, label }) => range.first > last && label !== null);
  const asks = behind.find(
    (turn, at) =>
      isQuestion(textOf(turn)) && behind.slice(at + 1).some(({ speaker }) => speaker !== turn.speaker),
  );
  return asks?.range.first ?? null;
}

/** Share of the host's turns that ask, in an interview. */
const ASKING = 0.25;
/** Guests with a smaller share of what guests say do not count as answering. */
const GUEST = 0.05;

/**
 * What kind of meetup it is.
 * @param talks found by treating the transcript as a series of talks
 */
export function findShape(
  scene: Scene,
  talks: readonly UntitledTalk[],
  begin: number | null,
  given: Shape | null,
): Found<Shape> {
  if (given !== null) return { value: given, how: '--shape', sure: 1, at: null };
  if (talks.length > 0)
    return { value: 'talks', how: 'somebody speaks at length before others do', sure: 0.9, at: null };
  const { turns } = scene;
  const hosting = turns.filter(({ isHost }) => isHost);
  const asking = hosting.filter((turn) => isQuestion(textOf(turn))).length;
  const isAsked = begin !== null || (asking >= 2 && asking >= hosting.length * ASKING);
  if (!isAsked)
    return {
      value: 'meeting',
      how: 'nobody speaks at length, and nobody asks the others',
      sure: 0.5,
      at: null,
    };
  const guests = guestsOf(turns);
  const value = guests.length <= 2 ? 'interview' : 'panel';
  const how = guests.length === 1 ? 'one asks, one answers' : `one asks, ${guests.length} answer`;
  return { value, how, sure: 0.8, at: null };
}

function guestsOf(turns: readonly SpokenTurn[]): readonly string[] {
  const said = new Map<string, number>();
  for (const { speaker, isHost, size } of turns) {
    if (speaker !== null && !isHost) said.set(speaker, (said.get(speaker) ?? 0) + size);
  }
  const all = [...said.values()].reduce((sum, size) => sum + size, 0);
  return [...said].filter(([, size]) => size >= all * GUEST).map(([name]) => name);
}
