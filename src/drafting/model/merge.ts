import type { AnswerDraft, DraftSection, ExchangeDraft, Lines, Point, TalkDraft } from '../drafted.ts';
import type { Claimed, ExchangeReply, TalkReply } from './replies.ts';
import { plainRow, shownAs } from './shown-as.ts';
import { type Record, type Verdict, verify } from './verify.ts';

/** A model's statement that is not shown. */
export interface Refused extends Verdict {
  readonly text: string;
  readonly lines: Lines;
}

export interface Merged<Draft> {
  readonly draft: Draft;
  /** In the order of the reply. */
  readonly refused: readonly Refused[];
  /** Number of the model's statements that are shown. */
  readonly kept: number;
}

/**
 * A talk in a model's words, as far as they hold; a dropped point is replaced by the one of `extractive` that rests on
 * the nearest lines and is not used yet.
 */
export function mergeTalk(reply: TalkReply, extractive: TalkDraft, record: Record): Merged<TalkDraft> {
  const judge = judging(record);
  const spare = [...pointsOf(extractive)];
  const takeaway = reply.takeaway && judge.one(reply.takeaway);
  const sections = reply.sections.flatMap((section): readonly DraftSection[] => {
    const { heading, kind, items } = section;
    const held: string[] = [];
    const points = items.flatMap((item) => {
      const claim = kind === 'table' ? { ...item, text: plainRow(item.text) } : item;
      const point = judge.one(claim);
      if (point) held.push(item.text);
      return point ?? judge.replacement(claim, spare) ?? [];
    });
    const [first] = points;
    if (!first) return [];
    const shown = heading && judge.one(heading);
    const own = nearest(
      first.lines,
      extractive.sections.flatMap((each) => (each.heading.lines ? [each.heading as Point] : [])),
    );
    const title = shown ?? own ?? first;
    const rest = title === first && points.length > 1 ? points.slice(1) : points;
    return [
      { heading: title, notes: [], ...shownAs(section, rest, held.length === items.length ? held : []) },
    ];
  });
  return {
    draft: {
      title: extractive.title,
      takeaway: takeaway ?? extractive.takeaway,
      sections: sections.length > 0 ? sections : extractive.sections,
    },
    refused: judge.refused,
    kept: judge.kept(),
  };
}

/**
 * The same for a question with its answers; answers of people that the model left out, or made up, come from
 * `extractive`.
 */
export function mergeExchange(
  reply: ExchangeReply,
  extractive: ExchangeDraft,
  record: Record,
): Merged<ExchangeDraft> {
  const judge = judging(record);
  const question = (reply.question && judge.one(reply.question)) ?? extractive.question;
  const bySpeaker = new Map(reply.answers.map(({ speaker, items }) => [speaker, items]));
  const answers = extractive.answers.map((answer): AnswerDraft => {
    const items = bySpeaker.get(answer.speaker);
    if (!items) return answer;
    const spare = answer.bodies.flatMap(({ points }) => points);
    const points = items.flatMap((item) => judge.one(item) ?? judge.replacement(item, spare) ?? []);
    return points.length === 0 ? answer : { ...answer, bodies: [{ kind: 'points', points }] };
  });
  return { draft: { question, answers }, refused: judge.refused, kept: judge.kept() };
}

function judging(record: Record) {
  const refused: Refused[] = [];
  let kept = 0;
  const isDropped = new Set<Claimed>();
  return {
    refused,
    kept: () => kept,
    /** Null if it may not be shown. */
    one(claim: Claimed): Point | null {
      const found = verify(claim, record);
      const { text, lines } = claim;
      if (found.verdict === 'held') {
        kept += 1;
        return { text, lines };
      }
      if (found.verdict === 'dropped') isDropped.add(claim);
      refused.push({ ...found, text, lines });
      return null;
    },
    /** A weak statement is kept as a comment for a person, and not replaced. */
    replacement(claim: Claimed, spare: Point[]): Point | null {
      const found = isDropped.has(claim) ? nearest(claim.lines, spare) : null;
      if (found) spare.splice(spare.indexOf(found), 1);
      return found;
    },
  };
}

function nearest(lines: Lines, points: readonly Point[]): Point | null {
  const far = ({ lines: own }: Point) => Math.max(0, own.first - lines.last, lines.first - own.last);
  return points.reduce<Point | null>((best, each) => (best && far(best) <= far(each) ? best : each), null);
}

function pointsOf({ sections }: TalkDraft): readonly Point[] {
  return sections.flatMap((section) =>
    section.kind === 'points' || section.kind === 'steps' ? section.points : [],
  );
}
