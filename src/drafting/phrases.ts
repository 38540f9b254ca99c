import { isEmptyWord, PAIR, type Script } from '../content/claims/words.ts';
import type { Clause } from './clauses.ts';
import type { Ranked } from './rank/rank.ts';

/** Words that recur together: what part of a talk is about. */
export interface Phrase {
  /** As in its line. */
  readonly text: string;
  /** Indices of the clauses that contain it. */
  readonly clauses: readonly number[];
  readonly value: number;
}

const LONGEST: Readonly<Record<Script, number>> = { zh: 8, en: 4 };
/** Characters that rarely begin or end a name. */
const EDGE_ZH = new Set(
  '刚开始亿万千百着过把被让给跟与及或而且只又再更最些么怎样每各该此其之于以从向往为做用看想得地当时候间里面中前后内外边种个点条次第两三四五六七八九十几多少大小好非常真太特别已经可能应应该比如像如果虽然并成为让使等觉认知道提供进行通过需要有没能去来是的',
);

const WORD: Readonly<Record<Script, RegExp>> = {
  zh: /[\u3400-\u9fff]|[A-Za-z0-9]+(?:[.+#-][A-Za-z0-9]+)*/g,
  en: /[A-Za-z0-9]+(?:['’.+#-][A-Za-z0-9]+)*/g,
};

interface Seen {
  readonly text: string;
  readonly clauses: number[];
  readonly before: Set<string>;
  readonly after: Set<string>;
  readonly value: number;
}

/**
 * Phrases of a talk, best first. A phrase occurs at least twice, with different neighbours: one that always has the
 * same neighbour is part of a longer phrase. They include English nouns that occur once, after an article or a
 * preposition.
 */
export function phrasesOf(clauses: readonly Clause[], { script, worth }: Ranked): readonly Phrase[] {
  const seen = new Map<string, Seen>();
  for (const [clause, { raw }] of clauses.entries()) {
    const words = [...raw.matchAll(WORD[script])];
    for (const [start, begin] of words.entries()) {
      for (let length = 1; length <= LONGEST[script]; length += 1) {
        const end = words[start + length - 1];
        if (!end || isBroken(raw, words, start, length, script)) break;
        const own = words.slice(start, start + length).map(([word]) => word.toLowerCase());
        if (!isNameLike(own, script)) continue;
        const text = raw.slice(begin.index, end.index + end[0].length);
        const [before, after] = [words[start - 1]?.[0] ?? '', words[start + length]?.[0] ?? ''];
        note(seen, { text, clause, before, after }, () => phraseValue(own, worth));
      }
    }
  }
  return [...seen.values()]
    .filter((phrase) => (script === 'en' ? isNoun(phrase) : recurs(phrase)))
    .map(({ text, clauses: places, value }) => ({
      text,
      clauses: places,
      value: value * Math.log1p(places.length),
    }))
    .sort((a, b) => b.value - a.value || (a.text < b.text ? -1 : 1));
}

function recurs({ clauses, before, after }: Seen): boolean {
  return clauses.length >= 2 && before.size >= 2 && after.size >= 2;
}

/** In English, the surrounding words reveal nouns, even those that occur once. */
function isNoun(phrase: Seen): boolean {
  const isBehind = [...phrase.before].some((word) => BEFORE_NOUN.test(word));
  if (!isBehind || recurs(phrase)) return isBehind;
  const [next = ''] = phrase.after;
  const words = phrase.text.toLowerCase().split(' ');
  return (
    phrase.clauses.length === 1 &&
    BEHIND_NOUN.test(next) &&
    !words.some((word) => isSlight(word) || word.endsWith("'s"))
  );
}

/** In English, verbs and adverbs (move forward, down the line) never follow one of these. */
const BEFORE_NOUN =
  /^(?:the|an?|our|your|their|his|her|its|my|this|these|those|no|some|any|every|each|of|in|for|with|on|about|from|by|at|into|under|between|as)$/i;

/** The end of the clause, or a word that may follow a noun. */
const BEHIND_NOUN =
  /^(?:\$\d*|is|are|was|were|has|have|had|will|can|could|should|must|of|in|on|at|for|from|with|and|or|to|that|which|who)$/i;

interface Occurrence {
  readonly text: string;
  readonly clause: number;
  readonly before: string;
  readonly after: string;
}

function note(
  seen: Map<string, Seen>,
  { text, clause, before, after }: Occurrence,
  value: () => number,
): void {
  const key = text.toLowerCase();
  const known = seen.get(key) ?? {
    text,
    clauses: [],
    before: new Set<string>(),
    after: new Set<string>(),
    value: value(),
  };
  seen.set(key, known);
  known.clauses.push(clause);
  // Each clause boundary counts as a different neighbour.
  known.before.add(before === '' ? `^${clause}` : before);
  known.after.add(after === '' ? `$${clause}` : after);
}

/** Whether punctuation separates the words. */
function isBroken(
  raw: string,
  words: readonly RegExpExecArray[],
  start: number,
  length: number,
  script: Script,
): boolean {
  const word = words[start + length - 1];
  const before = words[start + length - 2];
  if (!word || !before || length === 1) return false;
  const between = raw.slice(before.index + before[0].length, word.index);
  return script === 'zh' ? between.trim() !== '' : between !== ' ';
}

function isNameLike(words: readonly string[], script: Script): boolean {
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (/^\d+$/.test(first) || /^\d+$/.test(last)) return false;
  if (script === 'en') {
    return words.length > 1 && !isSlight(first) && !isSlight(last);
  }
  if ([first, last].some((word) => isEmptyWord(word, 'zh') || EDGE_ZH.has(word))) return false;
  return words.join('').length >= (/[a-z]/.test(first) ? 2 : 3) || words.length >= 3;
}

const SLIGHT =
  /^(?:uh|um|er|except|oh|boy|cuz|yeah|now|whole|very|relation|terms|regard|addition|order|front|rest|top|aware|able|sure|really|just|prepared|down|one|two|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|within|this|these|that|those|really|per|also|around|about|between|through|during|against|across|some|any|each|both|such|own|next|last|year|years|month|months|hour|hours|number|thing|things|stuff|lot|lots|way|ways|bit|people|guy|guys|day|week|time|today|said|say|says|saying|talk|talking|make|makes|making|made|take|taking|want|wants|need|needs|look|looking|feel|something|anything|everything|someone|maybe|first|second|third|new|good|better|much|many|different|same|other|back|still|even|already|actually|basically|probably|yeah|never|always|every|because|again|after|before|let|come|coming|came|put|use|used|using|done|doing|work|works|working|able|try|trying|start|started|called|given|quite|pretty|little|big|great|point|question|sure|example|kind|sort|right|course|i'm|it's|that's|don't|we're|they're|you're|there's|didn't|doesn't|can't|i've|we've|i'll|we'll|let's|isn't|what's|he's|she's|won't|wasn't|aren't|you've)$/;

function isSlight(word: string): boolean {
  const plain = word.replace('’', "'");
  return (
    SLIGHT.test(plain) || /'(?:ll|re|ve|d|m|t)$/.test(plain) || isEmptyWord(word, 'en') || word.length < 2
  );
}

/** Worth of its words and pairs; longer phrases count more. */
function phraseValue(words: readonly string[], worth: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [index, word] of words.entries()) {
    sum += worth.get(word) ?? 0;
    const next = words[index + 1];
    if (next !== undefined) sum += worth.get(`${word}${PAIR}${next}`) ?? 0;
  }
  return (sum * Math.min(4, words.length)) / words.length + 0.05 * Math.min(5, words.length);
}
