import { foldText } from './fold.ts';
import { type LatinWord, readLatinWords } from './latin-words.ts';
import { MOST_WORDS, nameKey, singularOf } from './name-key.ts';
import { MEASURES, MONEY } from './number-words.ts';
import { readNumbers } from './numbers.ts';
import { quantityKey } from './quantity.ts';

/** What cited lines hold. */
export interface Evidence {
  /** Keys of quantities, see `quantityKey`. */
  readonly quantities: ReadonlySet<string>;
  /** Those of the names asked for that occur, see `nameKey`. */
  readonly names: ReadonlySet<string>;
}

/** Signs that may stand between the words of a name. */
const JOINTS = " -._/'·";

/** `Github100` where 个 or % follows is a name and an amount, as transcripts set no space between them. */
const GLUED_AMOUNT = /[^\d.][\d.]+$/;
const AMOUNT_ENDS = `%万亿千百${MEASURES}${MONEY}`;

/** All quantities of `lines`, and those of `names` that occur in them. */
export function readEvidence(lines: readonly string[], names: ReadonlySet<string>): Evidence {
  let longest = 0;
  for (const name of names) longest = Math.max(longest, name.length);
  const quantities = new Set<string>();
  const found = new Set<string>();
  for (const line of lines) {
    const text = foldText(line);
    for (const { quantities: said, others } of readNumbers(text)) {
      for (const quantity of [...said, ...others]) quantities.add(quantityKey(quantity));
    }
    if (names.size === 0) continue;
    for (const key of nameKeys(text, longest)) if (names.has(key)) found.add(key);
  }
  return { quantities, names: found };
}

/** Keys of all words and joined words of folded text, up to `longest` characters. */
function* nameKeys(text: string, longest: number): Generator<string> {
  const words = readLatinWords(text);
  for (const [first, word] of words.entries()) {
    const chain: string[] = [];
    let next: LatinWord | undefined = word;
    for (let count = 1; next && count <= MOST_WORDS; count += 1) {
      for (const form of formsOf(text, next)) yield nameKey([...chain, form]);
      chain.push(next.text);
      const following: LatinWord | undefined = words[first + count];
      const isJoined: boolean = following?.index === next.end + 1 && JOINTS.includes(text[next.end] ?? '\n');
      next = isJoined && lengthOf(chain) < longest ? following : undefined;
    }
  }
}

/** `word`, its singular, and what is left of it without the amount behind it. */
function formsOf(text: string, word: LatinWord): readonly string[] {
  const forms = [word.text];
  const singular = singularOf(word.text);
  if (singular !== null) forms.push(singular);
  const amount = AMOUNT_ENDS.includes(text[word.end] ?? '\n') ? word.text.search(GLUED_AMOUNT) : -1;
  if (amount >= 0) forms.push(word.text.slice(0, amount + 1));
  return forms;
}

function lengthOf(words: readonly string[]): number {
  return words.reduce((length, word) => length + word.length, 0);
}
