import type { Facts, Piece } from '../formats/format.ts';
import type { Found } from '../meeting.ts';
import type { Scene, UntitledTalk } from './talks.ts';
import { textOf } from './turns.ts';

const OWN_WORDS =
  /(?:题目|主题|分享的是|演讲(?:题目|主题)|取名(?:字)?叫|名字叫|(?:title of (?:my|this) talk|my talk is called)(?: is)?)[是叫为：:\s]*[“"「《]?([^。，,”"」》.]{3,60})/i;
const HOST_WORDS = /《([^》]{2,40})》|[“「"]([^”」"]{3,40})[”」"]/;
/** Characters examined at the beginning of a talk, and at the end of the host's words before it. */
const BEGINNING = 600;
const END = 400;

/** The title of a talk, if the text has one: its own heading, the speaker's words, or the host's. */
export function talkTitle(
  talk: UntitledTalk,
  talks: readonly UntitledTalk[],
  scene: Scene,
): Found<string> | null {
  const { parts, turns } = scene;
  const partOf = ({ range }: UntitledTalk) =>
    parts.findLast((part) => part.line < range.first && !part.isQuestions && !part.isNumber);
  const part = partOf(talk);
  if (part && !talks.some((other) => other !== talk && partOf(other) === part)) {
    return {
      value: part.title,
      how: 'the heading above the talk',
      sure: 0.9,
      at: { first: part.line, last: part.line },
    };
  }
  const own = turns.filter(({ range }) => range.last >= talk.range.first && range.first <= talk.range.last);
  const paragraphs = own.flatMap((turn) => turn.paragraphs).filter(({ line }) => line >= talk.range.first);
  let seen = 0;
  for (const { line, text } of paragraphs) {
    if (seen > BEGINNING) break;
    const said = OWN_WORDS.exec(text.slice(0, BEGINNING - seen))?.[1]?.trim();
    if (said) return { value: said, how: 'the speaker says so', sure: 0.8, at: { first: line, last: line } };
    seen += text.length;
  }
  const before = turns.findLast(({ range }) => range.last < talk.range.first);
  const [, book, quoted] = before?.isHost ? (HOST_WORDS.exec(textOf(before).slice(-END)) ?? []) : [];
  const named = book ?? quoted;
  return named && before ? { value: named, how: 'the host says so', sure: 0.7, at: before.range } : null;
}

/** Longer first lines are sentences. */
const LONGEST_TITLE = 60;

/** The title of the meetup. @param given from the command line */
export function meetupTitle(
  pieces: readonly Piece[],
  facts: Facts,
  given: string | null,
): Found<string> | null {
  if (given !== null) return { value: given, how: '--title', sure: 1, at: null };
  if (facts.title !== null) return { value: facts.title, how: 'the file names itself so', sure: 1, at: null };
  const top = pieces.find(({ kind, level }) => kind === 'heading' && (level ?? 6) <= 2);
  if (top) return { value: top.text, how: 'the first heading', sure: 0.85, at: lineRange(top) };
  const caption = pieces.find(({ kind }) => kind === 'caption');
  if (caption && caption.text.length <= LONGEST_TITLE) {
    return {
      value: caption.text,
      how: 'the line that comes again above every picture',
      sure: 0.85,
      at: lineRange(caption),
    };
  }
  const first = pieces.find(({ kind }) => kind === 'speech' || kind === 'label');
  const isTitle =
    first?.kind === 'speech' &&
    first.label === null &&
    first.text.length <= LONGEST_TITLE &&
    !/[。！？.!?,，]/.test(first.text);
  return isTitle ? { value: first.text, how: 'the first line', sure: 0.6, at: lineRange(first) } : null;
}

function lineRange({ line }: Piece) {
  return line === null ? null : { first: line, last: line };
}
