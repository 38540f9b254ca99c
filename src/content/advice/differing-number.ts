import { type Finding, finding } from '../../findings/finding.ts';
import { plainText } from '../inline.ts';
import type { Exchange, Talk } from '../meetup.ts';
import { findSpot, scalarLines } from '../source-file.ts';
import type { Statement } from '../statement.ts';
import type { Advice } from './advice.ts';
import { type Counted, countedIn } from './numbers/counted.ts';

/** Something that a person counts, and where. */
interface Claim extends Counted {
  readonly person: string;
  readonly file: string;
  readonly line: number;
  /** The number with its unit, as written. */
  readonly written: string;
  readonly at: Finding['at'];
}

/**
 * What is counted in a talk and in the Q&A is the same number. Two statements are compared where they share the
 * unit, the person who says it or a name, and most of their words. Better to miss one than to compare what
 * cannot be compared: a number that the talk has too is never reported.
 */
export const differingNumber: Advice = function* ({ meetup: { event, talks, exchanges }, memory }) {
  const { lang } = event;
  const byUnit = new Map<string, Claim[]>();
  for (const talk of talks) {
    yield;
    for (const claim of memory.recall(`claims ${talk.source.path}`, { talk, lang }, claimsOfTalk)) {
      const list = byUnit.get(claim.unit);
      if (list) list.push(claim);
      else byUnit.set(claim.unit, [claim]);
    }
  }
  return exchanges
    .flatMap((exchange) =>
      memory.recall(`claims ${exchange.source.path}`, { exchange, lang }, claimsOfExchange),
    )
    .flatMap((claim) => {
      const comparable = (byUnit.get(claim.unit) ?? []).filter((other) => isSameSubject(claim, other));
      if (comparable.some((other) => agrees(claim, other))) return [];
      const other = comparable.find((each) => isSameThing(claim, each));
      if (!other) return [];
      const args = { text: claim.written, other: other.written, place: `${other.file}:${other.line}` };
      return [finding(claim.file, claim.at, 'differing-number', args)];
    });
};

function claimsOfTalk({ talk, lang }: { readonly talk: Talk; readonly lang: string }): readonly Claim[] {
  const { source, lines, speaker, takeaway, facts, sections } = talk;
  const fields = [takeaway, ...facts].flatMap(({ text, at }) =>
    countedIn(text, lang).map((counted) =>
      toClaim(counted, text, speaker, source.path, lines, scalarLines(lines, at.line)),
    ),
  );
  const said = sections.flatMap(({ statements }) => statements);
  return [...fields, ...said.flatMap((statement) => claimsOf(statement, speaker, source.path, lines, lang))];
}

function claimsOfExchange({
  exchange: { source, lines, answers },
  lang,
}: {
  readonly exchange: Exchange;
  readonly lang: string;
}): readonly Claim[] {
  return answers.flatMap(({ respondent, statements }) =>
    statements.flatMap((statement) => claimsOf(statement, respondent.name, source.path, lines, lang)),
  );
}

function claimsOf(
  { prose }: Statement,
  person: string,
  file: string,
  lines: readonly string[],
  lang: string,
): readonly Claim[] {
  const text = plainText(prose.inlines);
  return countedIn(text, lang).map((counted) => toClaim(counted, text, person, file, lines, prose.lines));
}

function toClaim(
  counted: Counted,
  text: string,
  person: string,
  file: string,
  lines: readonly string[],
  span: Statement['prose']['lines'],
): Claim {
  const written = text.slice(counted.start, counted.end);
  const at = findSpot(lines, span, written);
  return { ...counted, person, file, line: at.line, written, at };
}

function isSameSubject(a: Claim, b: Claim): boolean {
  return a.person === b.person || [...a.names].some((name) => b.names.has(name));
}

function agrees(a: Claim, b: Claim): boolean {
  return [...a.quantities].some((quantity) => b.quantities.has(quantity));
}

/** One of the two says little more than what both say. */
function isSameThing(a: Claim, b: Claim): boolean {
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  return shared > 0 && shared / Math.max(a.words.size, b.words.size) >= SHARED;
}

const SHARED = 0.5;
