import { type Script, scriptOf } from '../content/claims/words.ts';
import { type Said, sentencesOf } from './clauses.ts';
import { isAnnouncement } from './courtesies.ts';
import { findMarks, type Mark } from './ordinals.ts';
import { bullet, LONGEST, SUBORDINATE, sizeOf } from './pieces.ts';
import { scrub } from './scrub.ts';

export interface Statement {
  /** Words of the line in their order, possibly with gaps. */
  readonly text: string;
  readonly line: number;
}

/** A spoken list: 第一点…第二点…, first…second…, `1.` `2.`. */
export interface Enumeration {
  /** The sentence that announces it, verbatim. */
  readonly lead: Statement | null;
  /** Number of the first item. */
  readonly start: number;
  readonly items: readonly EnumeratedItem[];
  /** Lines of the first and the last item. */
  readonly first: number;
  readonly last: number;
}

export interface EnumeratedItem extends Statement {
  /** The text after 比如 or `for example`. */
  readonly example: Statement | null;
}

/** Most lines between the beginnings of two items, for explanations. */
const MOST_BETWEEN = 8;

interface Item {
  readonly mark: Mark;
  readonly line: number;
  /** Index of the line among what is said. */
  readonly turn: number;
  /** Text after the mark, up to the next one or the end of the line. */
  readonly body: string;
  /** Whether a sentence before it in its line, or a lead, separates it from the preceding list. */
  readonly isParted: boolean;
  readonly lead: Statement | null;
}

/**
 * Finds lists, in order. A list also ends at damage, at a question, or where another is announced, so that two lists
 * stay separate.
 */
export function findEnumerations(said: readonly Said[], lang: string): readonly Enumeration[] {
  const script = scriptOf(lang);
  const runs: Item[][] = [];
  for (const item of itemsOf(said, script)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    // A second 第一条 comments on the first item.
    if (run && last && item.mark.number === last.mark.number && run.length > 0 && isNear(last, item)) {
      if (item.turn !== last.turn || item.mark.number !== 1) continue;
    }
    if (run && last && follows(last, item)) run.push(item);
    else runs.push([item]);
  }
  return runs.flatMap((run) => toEnumeration(run, script) ?? []);
}

function isNear(last: Item, item: Item): boolean {
  return item.turn - last.turn <= 3 && item.lead === null && !item.isParted;
}

function follows(last: Item, item: Item): boolean {
  const { mark } = item;
  if (item.turn - last.turn > MOST_BETWEEN) return false;
  if (item.isParted) return false;
  if (mark.number === null) return true;
  return mark.number === (last.mark.number ?? 0) + 1 || (last.mark.number === null && mark.number > 1);
}

/** All marked items, in order; a mark without a number continues the count. */
function itemsOf(said: readonly Said[], script: Script): readonly Item[] {
  const items: Item[] = [];
  let lead: Statement | null = null;
  let isParted = false;
  let count = 0;
  for (const [turn, { line, text }] of said.entries()) {
    const runs = scrub(text);
    for (const run of runs) {
      const marks = findMarks(run.text, script, lead === null ? count : 0);
      const before = run.text.slice(0, marks[0]?.index ?? run.text.length);
      const announced = leadIn(before, line, script);
      if (announced) [lead, isParted] = [announced, true];
      for (const [at, mark] of marks.entries()) {
        const end = marks[at + 1]?.index ?? run.text.length;
        const number: number | null = mark.number ?? (isParted ? 1 : count + 1);
        count = number;
        items.push({
          mark: { ...mark, number },
          line,
          turn,
          body: run.text.slice(mark.end, end),
          isParted: isParted && number !== null && (at === 0 || number === 1),
          lead: number === 1 || isParted ? lead : null,
        });
        isParted = false;
        lead = null;
      }
      if (marks.length > 0) {
        // After its items, a line may announce the next list.
        const tail = leadIn(run.text.slice(marks.at(-1)?.end ?? 0), line, script, true);
        if (tail) [lead, isParted] = [tail, true];
      }
      if (run.isCut && marks.length === 0) {
        // The question answered by the next list: 为什么要选择它/p>
        lead = lastSentence(run.text, line, script) ?? lead;
        isParted = true;
      }
    }
  }
  return items;
}

const COUNTED: Readonly<Record<Script, RegExp>> = {
  zh: /(?:[几两二三四五六七八九十]|\d{1,2})(?:个|点|种|条|类|大|方面|步|层|阶段)|如下|以下|[:：]$/,
  en: /\b(?:two|three|four|five|six|seven|eight|nine|ten|several|few|couple|following)\b|:$/i,
};

/** The last sentence of `text`, if it announces a list. */
function leadIn(text: string, line: number, script: Script, isTail = false): Statement | null {
  const sentence = lastSentence(text, line, script);
  if (!sentence) return null;
  if (isTail && sentencesOf(text, script).length < 2) return null;
  const isCounted = COUNTED[script].test(sentence.text);
  const isQuestion = /[?？]$/.test(sentence.text);
  return isCounted || isQuestion ? sentence : null;
}

function lastSentence(text: string, line: number, script: Script): Statement | null {
  const last = sentencesOf(text, script).at(-1)?.trim();
  return last ? { text: last, line } : null;
}

function toEnumeration(run: readonly Item[], script: Script): Enumeration | null {
  const items = run.flatMap((item) => itemOf(item, script) ?? []);
  const [first] = run;
  if (!first || items.length < 2 || items.length < run.length) return null;
  return {
    lead: first.lead,
    start: first.mark.number ?? 1,
    items,
    first: first.line,
    last: run.at(-1)?.line ?? first.line,
  };
}

const EXAMPLE: Readonly<Record<Script, RegExp>> = {
  zh: /^(?:比如说?|例如|譬如|像|以)(?=[^，,])/,
  en: /^(?:for example|for instance|such as|like|e\.g\.)[,:]?\s+/i,
};
/** Words between the number and the item itself. */
const OPENING: Readonly<Record<Script, RegExp>> = {
  zh: /^[\s，,、:：.．]*(?:我(?:觉得|认为|想|更想强调的|给你的建议|要说的|个人认为)|我们认为|可能(?:是|就是)?|这也?是|的话[，,]?|其实|[就也]是说?|说|是说?|(?:比较|非常|很|最)(?:关键|重要)的[，,]?)*[，,、:：]?\s*/,
  en: /^[\s,:.)–—-]*(?:(?:is|was|would be|are|being)\b\s*(?:that\s+)?|of all,?\s*|that\s+(?=\w+\s))?/i,
};
/** Length of a step that can be read at a glance. */
const COMFORTABLE: Readonly<Record<Script, number>> = { zh: 34, en: 20 };
/** A shorter first clause says too little on its own. */
const MEAGRE: Readonly<Record<Script, number>> = { zh: 7, en: 3 };

/** The conclusion, which the clause before it leads up to. */
const FOLLOWS: Readonly<Record<Script, RegExp>> = { zh: /^(?:所以|因此|从而)/, en: /^(?:so|therefore)\b/i };

/** Sentences of an item searched for its point. */
const MOST_SENTENCES = 3;

function itemOf({ body, line }: Item, script: Script): EnumeratedItem | null {
  const sentences = sentencesOf(body.replace(OPENING[script], ''), script);
  const [, ...more] = sentences;
  const texts = sentences
    .slice(0, MOST_SENTENCES)
    .flatMap((sentence, index) => fitted(sentence, sentences[index + 1] ?? '', script) ?? []);
  // 第一点，我们有个指标: the next sentence says what it is.
  const text =
    texts.find((each) => !isAnnouncement(each, script) && !SUBORDINATE[script].test(each)) ?? texts[0];
  if (text === undefined) return null;
  const example = more.map((sentence) => exampleOf(sentence.trim(), line, script)).find((each) => each);
  return { text, line, example: example ?? null };
}

/** The first clauses of a sentence, with the next sentence's if they say too little. */
function fitted(sentence: string, next: string, script: Script): string | null {
  const whole = bullet(sentence, script);
  if (sizeOf(whole, script) <= COMFORTABLE[script]) {
    if (sizeOf(whole, script) >= MEAGRE[script] || next === '' || EXAMPLE[script].test(next.trim())) {
      return whole === '' ? null : whole;
    }
    const longer = bullet(`${sentence}${script === 'zh' ? '' : ' '}${next}`, script);
    return sizeOf(longer, script) <= LONGEST[script] ? longer : whole;
  }
  const clauses = sentence.split(script === 'zh' ? /(?<=[，,——])(?!\d)/ : /(?<=[,;:–—])\s/);
  const joined = (parts: readonly string[]) => bullet(parts.join(script === 'zh' ? '' : ' '), script);
  const isHalf = (clause: string | undefined) =>
    clause !== undefined && SUBORDINATE[script].test(bullet(clause, script));
  for (const start of clauses.keys()) {
    let taken = clauses.slice(start, start + 1);
    for (const [index, clause] of clauses.entries()) {
      if (index <= start) continue;
      const size = sizeOf(joined([...taken, clause]), script);
      if (size > LONGEST[script]) break;
      const isEnough =
        sizeOf(joined(taken), script) >= MEAGRE[script] &&
        !isHalf(taken.at(-1)) &&
        !FOLLOWS[script].test(clause) &&
        // One clause more makes the sentence whole.
        index < clauses.length - 1;
      if (size > COMFORTABLE[script] && isEnough) break;
      taken = [...taken, clause];
    }
    while (taken.length > 1 && isHalf(taken.at(-1))) taken = taken.slice(0, -1);
    const text = joined(taken);
    // 第一点，我们有个指标: the content comes after it.
    if (start < clauses.length - 1 && (isAnnouncement(text, script) || isHalf(clauses[start]))) continue;
    // 当……时 says nothing on its own, so the main clause is used without it.
    if (isHalf(taken.at(-1)) || sizeOf(text, script) > LONGEST[script]) continue;
    if (sizeOf(text, script) >= MEAGRE[script]) return text;
  }
  return sizeOf(whole, script) <= LONGEST[script] ? whole : null;
}

function exampleOf(sentence: string, line: number, script: Script): Statement | null {
  const lead = EXAMPLE[script].exec(sentence);
  if (!lead) return null;
  const text = bullet(sentence.slice(lead[0].length), script);
  return text === '' || sizeOf(text, script) > LONGEST[script] ? null : { text, line };
}
