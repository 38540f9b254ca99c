import { findLabels } from './find-labels.ts';
import { type Facts, isSound, type Piece, secondsOf, speech, TIME } from './format.ts';
import { abbreviationsIn, attendeesIn, frontMatterOf, headFacts } from './text-facts.ts';
import { findTurnHeads, type TurnHead } from './turn-heads.ts';

/** What was found in lines of text. */
export interface ReadLines {
  readonly pieces: readonly Piece[];
  readonly facts: Facts;
  /** How speakers are marked: by heads with times, by labels, or not at all. */
  readonly by: 'heads' | 'labels' | null;
}

/** Lines that services add to their exports. */
const SERVICE_LINES =
  /^(?:Transcribed by https?:\/\/\S+|Meeting ended after .*|.{1,60} (?:started|stopped) transcription|Transcript|Attendees|This editable transcript was computer generated.*|文字记录[:：]?|Replying to ".*)$/i;
const ONLY_TIME = new RegExp(String.raw`^[\[(（]?(${TIME})[\])）]?$`);
const LEADING_TIME = new RegExp(String.raw`^\[(${TIME})\]\s+`);
const ASIDE = /^[（(](?:观众|听众|网友|现场|台下|Audience)[^:：()（）]{0,6}[:：](.*?)[)）]?$/i;
/** Lines about the recording, anywhere in the file. */
const ABOUT =
  /^(?:https?:\/\/\S+|(?:时间|日期|地点|来源|声明|链接|会议主题|会议时间|录制文件|关键词|责任编辑|Presenters?|Attendees?|Date|Location)\s*[:：].{0,200})$/i;

/** Reads lines of text or Markdown, each as at most one piece. @param raw unmodified lines of the file */
export function readLines(raw: readonly string[]): ReadLines {
  const lines = raw.map(clean);
  const { facts: own, frontMatter } = frontMatterOf(lines);
  const spoken = lines.map((line, at) => (at < frontMatter ? '' : line));
  const heads = findTurnHeads(spoken);
  const named = [
    ...own.speakers,
    ...abbreviationsIn(spoken.slice(0, 400)),
    ...attendeesIn(spoken.slice(0, 30)),
  ];
  const known = named.flatMap(({ name, abbreviation }) =>
    abbreviation === null ? [name] : [name, abbreviation],
  );
  const turns = heads ?? findLabels(spoken, known);
  // Exports of services describe the recording above the first turn.
  const isExport = heads !== null || spoken.slice(0, 10).some((line) => SERVICE_LINES.test(line));
  const [begins = 0] = turns.keys();
  const first = isExport ? begins : 0;
  const facts = headFacts(lines.slice(frontMatter, first), { ...own, speakers: named });
  const by = turns.size === 0 ? null : heads === null ? 'labels' : 'heads';
  return { pieces: pieces(lines, turns, Math.max(first, frontMatter)), facts, by };
}

/** @param begin index of the first line that is not about the recording */
function pieces(
  lines: readonly string[],
  turns: ReadonlyMap<number, TurnHead>,
  begin: number,
): readonly Piece[] {
  const isMarkdown = lines.some((line) => /^#{1,6}\s|^\*\*[^*]{1,60}\*\*/.test(line));
  const found: Piece[] = [];
  // Time on a line of its own, until somebody speaks.
  let pending: number | null = null;
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const turn = turns.get(at);
    const alone = ONLY_TIME.exec(line)?.[1];
    if (alone !== undefined) pending = secondsOf(alone);
    const piece = turn ? turnPiece(turn) : at < begin ? speech(line, { kind: 'matter' }) : linePiece(line);
    const time: number | null = piece.time ?? (piece.kind === 'speech' ? pending : null);
    if (piece.kind === 'speech') pending = null;
    found.push({ ...piece, text: plain(piece.text, isMarkdown), line: at + 1, time });
  }
  return found;
}

function turnPiece({ name, time, text }: TurnHead): Piece {
  if (ONLY_TIME.test(text.replaceAll(/[\\[\]]/g, ''))) return speech(`${name}: ${text}`, { kind: 'matter' });
  return speech(text, { label: name, time, kind: text === '' ? 'label' : 'speech' });
}

function linePiece(line: string): Piece {
  const [hashes = '', level = ''] = /^(#{1,6})\s+/.exec(line) ?? [];
  if (level !== '') return speech(line.slice(hashes.length), { kind: 'heading', level: level.length });
  const aside = ASIDE.exec(line)?.[1];
  if (aside !== undefined) return speech(aside, { kind: 'aside' });
  const isMatter =
    isSound(line) ||
    ONLY_TIME.test(line) ||
    SERVICE_LINES.test(line) ||
    ABOUT.test(line) ||
    /^(?:\|.*\||-{3,}|\*{3,}|!\[[^\]]*\]\([^)]*\))$/.test(line) ||
    /^\*\*Break\*\*/i.test(line);
  if (isMatter) return speech(line, { kind: 'matter' });
  const [head = '', time = ''] = LEADING_TIME.exec(line) ?? [];
  return time === '' ? speech(line) : speech(line.slice(head.length), { time: secondsOf(time) });
}

function clean(line: string): string {
  return line
    .replaceAll(/[\u200B\u200E\u200F\uFEFF]/g, '')
    .replaceAll('\u00A0', ' ')
    .trim();
}

/** Removes tags and, in Markdown, its marks. Remnants of broken tags (`/p>`) stay. */
function plain(text: string, isMarkdown: boolean): string {
  const untagged = text.replaceAll(
    /<\/?(?:a|abbr|b|br|em|i|img|p|span|strong|u)(?:\s[^<>]{0,300})?\/?>/gi,
    '',
  );
  if (!isMarkdown) return untagged;
  return untagged
    .replaceAll(/!?\[([^\][]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)([^*_]{1,500}?)(?<=\S)\1/g, '$2')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}
