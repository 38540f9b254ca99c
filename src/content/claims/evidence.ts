import { foldText } from './fold.ts';
import {
  joinKeys,
  type LatinWord,
  MOST_WORDS,
  nameBeforeAmount,
  readLatinWords,
  singularOf,
  wordKey,
} from './names.ts';
import { readNumbers } from './numbers.ts';
import { quantityKey } from './quantity.ts';

/** Quantities and names in cited lines. */
export interface Evidence {
  /** Keys of quantities, see `quantityKey`. */
  readonly quantities: ReadonlySet<string>;
  /** The requested names that occur, see `nameKey`. */
  readonly names: ReadonlySet<string>;
}

/** Characters that may separate the words of a name. */
const JOINTS = " -._/'·";

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
    for (const name of namesIn(text, names, longest)) found.add(name);
  }
  return { quantities, names: found };
}

/** Yields those of `names` that occur in folded text as one or more words; the longest has `longest` characters. */
function* namesIn(text: string, names: ReadonlySet<string>, longest: number): Generator<string, void> {
  const words = readLatinWords(text);
  const keys = words.map((word) => formsOf(text, word).map(wordKey));
  for (let first = 0; first < words.length; first += 1) {
    let begun = '';
    for (let at = first; at < first + MOST_WORDS && begun.length < longest; at += 1) {
      const word = words[at];
      if (!word || (at > first && !isJoined(text, words[at - 1]?.end, word.index))) break;
      for (const key of keys[at] ?? []) {
        const name = joinKeys(begun, key);
        if (names.has(name)) yield name;
      }
      begun = joinKeys(begun, keys[at]?.[0] ?? '');
    }
  }
}

function isJoined(text: string, end: number | undefined, index: number): boolean {
  return end === index - 1 && JOINTS.includes(text.charAt(end));
}

/** `word`, its singular, and the word without a trailing amount. */
function formsOf(text: string, word: LatinWord): readonly string[] {
  const forms = [word.text];
  const singular = singularOf(word.text);
  if (singular !== null) forms.push(singular);
  const name = nameBeforeAmount(text, word);
  if (name) forms.push(name.text);
  return forms;
}
