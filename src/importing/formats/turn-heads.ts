import { plausibleName } from '../labels.ts';
import { secondsOf, TIME } from './format.ts';

/** A way to write the beginning of a turn, with a time. */
interface TurnGrammar {
  readonly example: string;
  readonly pattern: RegExp;
  /** Whether times are clock times, not positions in the recording. */
  readonly isClock?: boolean;
}

/** Groups: `name`, `time`, and `text` if it is on the same line. The first one wins a tie. */
const GRAMMARS: readonly TurnGrammar[] = [
  {
    example: '18:04:12	 From  Ines Duarte  to  Everyone:',
    pattern: new RegExp(
      String.raw`^(?<time>${TIME})\s+From\s+(?<name>.+?)\s+to\s+[^:]+:\s*(?<text>.*)$`,
      'i',
    ),
    isClock: true,
  },
  {
    example: '林晓舟(00:00:03): 欢迎大家',
    pattern: new RegExp(
      String.raw`^(?<name>[^:：()（）]{1,30}?(?:[（(][^()（）:：]{1,20}[)）])?)\s*[（(](?<time>${TIME})[)）]\s*[:：]\s*(?<text>.*)$`,
    ),
  },
  {
    example: 'Mara Lindqvist (18:02)',
    pattern: new RegExp(String.raw`^(?<name>[^:：()（）]{1,40}?)\s*[（(](?<time>${TIME})[)）]\s*$`),
    isClock: true,
  },
  {
    example: '**Mara:** [00:00:03] Welcome',
    pattern: new RegExp(
      String.raw`^\*\*(?<name>[^*]{1,40}?)[:：]?\*\*[:：]?\s*[\[(](?<time>${TIME})[\])]\s*(?<text>.*)$`,
    ),
  },
  {
    example: '[00:12] Tomas Okafor: Thank you',
    pattern: new RegExp(
      String.raw`^[\[(（]?(?<time>${TIME})[\])）]?\s+(?<name>[^:：\d][^:：]{0,39}?)\s*[:：]\s*(?<text>.*)$`,
    ),
  },
  {
    example: 'Mara Lindqvist  0:03',
    pattern: new RegExp(String.raw`^(?<name>[^\d\s:：][^:：]{0,39}?)(?:\s+|(?<=[）)]))(?<time>${TIME})\s*$`),
  },
  {
    example: '00:05 发言人1',
    pattern: new RegExp(
      String.raw`^(?<time>${TIME})\s+(?<name>[^\d\s:：。，,.?!][^:：。，,.?!]{0,29})\s*[:：]?\s*$`,
    ),
  },
];

export interface TurnHead {
  readonly name: string;
  /** In seconds. */
  readonly time: number | null;
  /** Speech on the same line; empty if it begins below. */
  readonly text: string;
}

/** A transcript needs two turns that make up a sufficient share of the lines. */
const FEWEST = 2;
const SMALLEST_SHARE = 0.04;

/**
 * Turn heads by line index; null if they are in none of the known forms.
 * @param lines trimmed
 */
export function findTurnHeads(lines: readonly string[]): ReadonlyMap<number, TurnHead> | null {
  const filled = lines.filter((line) => line !== '').length;
  let best = new Map<number, TurnHead>();
  for (const grammar of GRAMMARS) {
    const heads = headsBy(grammar, lines);
    if (heads.size > best.size) best = heads;
  }
  return best.size >= FEWEST && best.size >= filled * SMALLEST_SHARE ? best : null;
}

function headsBy({ pattern, isClock = false }: TurnGrammar, lines: readonly string[]): Map<number, TurnHead> {
  const heads = new Map<number, TurnHead>();
  let begin: number | null = null;
  for (const [at, line] of lines.entries()) {
    // A line may be as long as a file; only its beginning can be a head.
    const beginning = line.slice(0, LONGEST_HEAD);
    const { name = '', time = '', text } = pattern.exec(beginning)?.groups ?? {};
    const label = name.replaceAll('**', '').trim();
    if (time === '' || !plausibleName(label)) continue;
    const isCut = line.length > LONGEST_HEAD;
    if (text === undefined && isCut) continue;
    const seconds = isClock ? clockSeconds(time) : secondsOf(time);
    if (isClock) begin ??= seconds;
    heads.set(at, {
      name: label,
      time: seconds === null || begin === null ? seconds : sinceBegin(seconds, begin),
      text: `${text ?? ''}${isCut ? line.slice(LONGEST_HEAD) : ''}`.trim(),
    });
  }
  return heads;
}

const LONGEST_HEAD = 160;
const DAY = 86_400;

/** Meetings may continue past midnight. */
function sinceBegin(seconds: number, begin: number): number {
  return (seconds - begin + DAY) % DAY;
}

/** Clock times like `18:02` are hours and minutes. */
function clockSeconds(time: string): number | null {
  return secondsOf(time.split(':').length === 2 ? `${time}:00` : time);
}
