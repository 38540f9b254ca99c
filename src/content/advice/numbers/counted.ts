import { foldText } from '../../claims/fold.ts';
import { readNames } from '../../claims/names.ts';
import { type NumberMention, readNumbers } from '../../claims/numbers.ts';
import { quantityKey } from '../../claims/quantity.ts';
import { wordsOf } from './words-of.ts';

/** A number together with what it counts. */
export interface Counted {
  /** Where it stands in its text, its unit included. */
  readonly start: number;
  readonly end: number;
  /** Keys of what it says; several for a range, or for numbers of one unit side by side. */
  readonly quantities: ReadonlySet<string>;
  readonly unit: string;
  /** Names in the same clause, in small letters. */
  readonly names: ReadonlySet<string>;
  /** What else the clause says, in small letters. */
  readonly words: ReadonlySet<string>;
}

const CLAUSE_ENDS = /[\uFF0C\u3002\uFF1B\uFF1A\uFF01\uFF1F;!?\n\uFFFC]|[,:.](?=\s|$)/g;

/** What is counted at another time, or not at all, may well be another number. */
const APART =
  /\u53BB\u5E74|\u524D\u5E74|\u660E\u5E74|\u5F53\u65F6|\u8D77\u521D|\u6700\u521D|\u65E9\u671F|\u540E\u6765|\u4EE5\u524D|\u4E0A\u4E2A\u6708|\u7B2C\u4E00|\u5982\u679C|\u5047\u5982|\u8981\u662F|\u76EE\u6807|\u8BA1\u5212|\u5E0C\u671B|\u9884\u8BA1|\u6BD4\u5982|\u81F3\u5C11|\u6700\u591A|\u6BCF|\bif\b|\blast\b|\bago\b|\bthen\b|\bearly\b|\bfirst\b|\bnext\b|\bplan|\bexpect|\bhope|\bgoal|\bper\b|\bevery\b|\beach\b|\bat (?:least|most)\b|\bwould\b|\bcould\b/i;

/** What is longer is no statement, but a text put here by mistake. */
const LONGEST = 2000;
/** A unit begins right behind its number. */
const LONGEST_UNIT = 24;

/** Every number of a text that counts something, of clauses that speak of the present and of facts. */
export function countedIn(text: string, lang: string): readonly Counted[] {
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
  /** From the number's end, blanks included. */
  readonly length: number;
}

/** The word behind a number; null where there is none, or it tells a date or a time. */
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
