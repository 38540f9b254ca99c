import { foldText } from '../../content/claims/fold.ts';
import { readNames } from '../../content/claims/names.ts';
import { type NumberMention, readNumbers } from '../../content/claims/numbers.ts';
import { quantityKey } from '../../content/claims/quantity.ts';
import type { Statement } from '../../content/summary/block-statements.ts';
import { plainText } from '../../content/summary/markup.ts';
import { type Exchange, langOf, type Talk } from '../../content/summary/meetup.ts';
import { findSpot, scalarLines } from '../../content/summary/source-file.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import type { Advice } from './advice-rule.ts';

/** A counted quantity and its place. */
interface Claim extends Counted {
  readonly person: string;
  readonly file: string;
  readonly line: number;
  /** The number with its unit, as written. */
  readonly written: string;
  readonly at: Finding['at'];
}

/**
 * The same thing has the same number in a talk and in the Q&A. Two statements are compared if they share the unit, the
 * person or a name, and most of their words. Misses are better than false alarms: a number that also occurs in the talk
 * is never reported.
 */
export const differingNumber: Advice = function* ({ meetup: { event, talks, exchanges }, memory }) {
  const { lang } = event;
  const byUnit = new Map<string, Claim[]>();
  for (const talk of talks) {
    yield;
    for (const claim of memory.recall(
      `claims ${talk.source.path}`,
      { talk, lang: langOf(talk, event) },
      claimsOfTalk,
    )) {
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

const SHARED = 0.5;

function claimsOfTalk({ talk, lang }: { readonly talk: Talk; readonly lang: string }): readonly Claim[] {
  const { source, lines, speakers, takeaway, facts, sections } = talk;
  const speaker = speakers.map(({ name }) => name).join(', ');
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

/** Whether either says little beyond what both say. */
function isSameThing(a: Claim, b: Claim): boolean {
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  return shared > 0 && shared / Math.max(a.words.size, b.words.size) >= SHARED;
}

/** A number and what it counts. */
interface Counted {
  /** Offsets in the text, including the unit. */
  readonly start: number;
  readonly end: number;
  /** Keys of its values; several for a range, or for adjacent numbers with the same unit. */
  readonly quantities: ReadonlySet<string>;
  readonly unit: string;
  /** Names in the same clause, in lower case. */
  readonly names: ReadonlySet<string>;
  /** Other words of the clause, in lower case. */
  readonly words: ReadonlySet<string>;
}

const CLAUSE_ENDS = /[\uFF0C\u3002\uFF1B\uFF1A\uFF01\uFF1F;!?\n\uFFFC]|[,:.](?=\s|$)/g;

/** Clauses about another time, or hypothetical ones, may well have another number. */
const APART =
  /\u53BB\u5E74|\u524D\u5E74|\u660E\u5E74|\u5F53\u65F6|\u8D77\u521D|\u6700\u521D|\u65E9\u671F|\u540E\u6765|\u4EE5\u524D|\u4E0A\u4E2A\u6708|\u7B2C\u4E00|\u5982\u679C|\u5047\u5982|\u8981\u662F|\u76EE\u6807|\u8BA1\u5212|\u5E0C\u671B|\u9884\u8BA1|\u6BD4\u5982|\u81F3\u5C11|\u6700\u591A|\u6BCF|\bif\b|\blast\b|\bago\b|\bthen\b|\bearly\b|\bfirst\b|\bnext\b|\bplan|\bexpect|\bhope|\bgoal|\bper\b|\bevery\b|\beach\b|\bat (?:least|most)\b|\bwould\b|\bcould\b/i;

/** A longer text is no statement, and was probably pasted here by mistake. */
const LONGEST = 2000;
/** Characters after the number searched for its unit. */
const LONGEST_UNIT = 24;

/** Every counting number of a text, from clauses about present facts. */
function countedIn(text: string, lang: string): readonly Counted[] {
  if (text.length > LONGEST) return [];
  const folded = foldText(text);
  const numbers = [...readNumbers(folded)].filter(({ certain }) => certain);
  if (numbers.length === 0) return [];
  const names = readNames(folded, numbers, lang);
  const isName = ({ index, end }: NumberMention) =>
    names.some((name) => name.index < end && index < name.end);
  return clausesOf(text).flatMap(({ start, end }) => {
    const clause = text.slice(start, end);
    if (APART.test(clause)) return [];
    const within = numbers.filter((number) => number.index >= start && number.end <= end && !isName(number));
    const said = within.flatMap((number) => {
      const unit = unitBehind(folded, number, end, lang);
      return unit === null ? [] : [{ number, unit }];
    });
    const named = names.filter((name) => name.index >= start && name.end <= end);
    const taken = [...within, ...named];
    const words = new Set(
      wordsOf(
        clause,
        lang,
        taken.map((each) => ({ start: each.index - start, end: each.end - start })),
      ),
    );
    return said.map(({ number, unit }) => ({
      start: number.index,
      end: number.end + unit.length,
      quantities: new Set(
        said
          .filter((other) => other.unit.text === unit.text)
          .flatMap((other) => other.number.quantities.map(quantityKey)),
      ),
      unit: unit.text,
      names: new Set(named.flatMap(({ keys }) => keys)),
      words: new Set([...words].filter((word) => !unit.text.startsWith(word))),
    }));
  });
}

function clausesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const ends = [...text.matchAll(CLAUSE_ENDS)].map(({ index }) => index);
  return [...ends, text.length].map((end, index) => ({
    start: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1,
    end,
  }));
}

interface UnitBehind {
  readonly text: string;
  /** From the end of the number, including spaces. */
  readonly length: number;
}

/** The word after a number; null if there is none, or if it makes a date or a time. */
function unitBehind(
  text: string,
  { index, end, quantities }: NumberMention,
  limit: number,
  lang: string,
): UnitBehind | null {
  const [only] = quantities;
  if (only?.percent) return { text: '%', length: 0 };
  if (/[\u7B2C#]\s*$/.test(text.slice(0, index))) return null;
  const rest = text.slice(end, Math.min(limit, end + LONGEST_UNIT));
  const gap = /^\s*[\u591A\u4F59]?\s*/.exec(rest)?.[0].length ?? 0;
  const [word = ''] = wordsOf(rest.slice(gap), lang, [], 1);
  if (word === '' || !rest.slice(gap).toLowerCase().startsWith(word)) return null;
  if (
    /^(?:\u5E74|\u6708|\u65E5|\u53F7|\u70B9|\u5206|am|pm|january|february|march|april|may|june|july|august|september|october|november|december)/.test(
      word,
    )
  )
    return null;
  return { text: singular(word), length: gap + word.length };
}

function singular(word: string): string {
  return /^[a-z]{3,}s$/.test(word) ? word.slice(0, -1) : word;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words that say too little about what is counted. */
const EMPTY = new Set(
  'a an the of in on at to for by from with and or is are was were be has have had it its we our they their this that these those about over more than only now still some'.split(
    ' ',
  ),
);

/**
 * The words of a text in lower case, without stop words. Chinese words need at least two characters unless shorter ones
 * are requested.
 * @param without parts of the text to leave out
 */
function wordsOf(text: string, lang: string, without: readonly Range[], shortest = 2): readonly string[] {
  return [...segmenterOf(lang).segment(text)].flatMap(({ segment, index, isWordLike }) => {
    const isOut = without.some(({ start, end }) => index < end && start < index + segment.length);
    const word = segment.toLowerCase();
    return isWordLike && !isOut && word.length >= shortest && !EMPTY.has(word) ? [word] : [];
  });
}

/** @param lang empty if event.md has no valid one */
function segmenterOf(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang) ?? new Intl.Segmenter(lang || 'und', { granularity: 'word' });
  segmenters.set(lang, known);
  return known;
}
