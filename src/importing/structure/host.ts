import type { Facts } from '../formats/format.ts';
import type { Found } from '../meeting.ts';
import type { Cast } from './people.ts';
import { isQuestion } from './phrases.ts';
import { rangeOf, type Turn, textOf } from './turns.ts';

/** Gives someone the floor. */
const HANDS_OVER =
  /有请|下一位|接下来(?:请|有请|是)|欢迎.{0,20}(?:分享|演讲|上台)|带来.{0,12}(?:分享|演讲)|请.{0,12}为我们|please welcome|next (?:speaker|up)|over to|take it away|hand (?:it )?over/i;
const SAYS_HOST =
  /我是[^。]{0,30}?主持人[^\p{Script=Han}]?(\p{Script=Han}{2,4})[，,。]|我是(\p{Script=Han}{2,3})[，,]/u;
const HEAD_NAME = /主持人\s*[:：]?\s*(?:[^\s，,、]{2,12}\s+)?(\p{Script=Han}{2,4})(?:\s|$|[，,。|])/u;

/** The host, or null if not recognizable. @param given from the command line */
export function findHost(
  turns: readonly Turn[],
  cast: Cast,
  facts: Facts,
  given: string | null,
): Found<string> | null {
  if (given !== null) return { value: given, how: '--host', sure: 1, at: null };
  const labelled = [...cast.voices.values()].find(({ isHost }) => isHost);
  if (labelled) return { value: labelled.name, how: 'a label says so', sure: 1, at: null };
  if (facts.host !== null) return { value: facts.host, how: 'front matter', sure: 1, at: null };
  return hostInHead(turns, cast) ?? hostByWords(turns) ?? hostByManner(turns, cast);
}

/** A short line above the speech that says 主持人, with a name in it or below it. */
function hostInHead(turns: readonly Turn[], cast: Cast): Found<string> | null {
  const head = turns
    .filter(({ label }) => label === null)
    .slice(0, 3)
    .flatMap(({ paragraphs }) => paragraphs);
  const at = head.findIndex(({ text }) => text.length < 60 && /主持人|\bHost\b|\bModerator\b/i.test(text));
  if (at < 0) return null;
  const near = head.slice(at, at + 3);
  const text = near.map((paragraph) => paragraph.text).join('\n');
  const name = [...cast.voices.keys()].find((one) => text.includes(one)) ?? HEAD_NAME.exec(text)?.[1];
  return name
    ? { value: name, how: 'named as the host above the speech', sure: 0.95, at: rangeOf(near) }
    : null;
}

/** A host labelled only 主持人 may say their name. */
function hostByWords(turns: readonly Turn[]): Found<string> | null {
  for (const turn of turns.filter(({ kind }) => kind === 'host').slice(0, 3)) {
    const said = SAYS_HOST.exec(textOf(turn).slice(0, 600));
    const name = said?.[1] ?? said?.[2];
    if (name) return { value: name, how: 'says the name', sure: 0.9, at: turn.range };
  }
  return null;
}

/** A host opens, closes, asks, hands over and addresses others by name; it takes a few turns to tell. */
const FEWEST_TURNS = 3;
/** Turns examined; enough even of a long meeting. */
const MOST_TURNS = 5_000;

function hostByManner(all: readonly Turn[], cast: Cast): Found<string> | null {
  if (cast.voices.size < 2 || all.some(({ kind }) => kind === 'host')) return null;
  const turns = all.slice(0, MOST_TURNS);
  const scores = new Map<string, { score: number; count: number }>();
  const addresses = [...cast.addresses].filter(([address]) => address.length > 1);
  for (const turn of turns) {
    const name = turn.label === null ? null : cast.nameOf(turn.label);
    if (name === null) continue;
    const text = textOf(turn);
    const ends = `${text.slice(0, 300)}\n${text.slice(-300)}`;
    const isLeading = HANDS_OVER.test(ends) || isQuestion(text.slice(-60));
    const calls = addresses.some(([address, who]) => who !== name && ends.includes(address));
    const seen = scores.get(name) ?? { score: 0, count: 0 };
    scores.set(name, {
      score: seen.score + (isLeading ? 1 : 0) + (calls ? 1 : 0) + 0.2,
      count: seen.count + 1,
    });
  }
  const opens = cast.nameOf(turns[0]?.label ?? '');
  const closes = cast.nameOf(all.at(-1)?.label ?? '');
  const ranked = [...scores]
    .filter(([, { count }]) => count >= FEWEST_TURNS)
    .map(([name, { score }]) => ({
      name,
      score: score + (name === opens ? 3 : 0) + (name === closes ? 3 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (!first) return null;
  const isClear = !second || first.score >= second.score * 1.5;
  return {
    value: first.name,
    how: 'opens, closes, asks and hands over',
    sure: isClear ? 0.75 : 0.5,
    at: null,
  };
}
