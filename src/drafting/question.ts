import { type Script, scriptOf } from '../content/claims/words.ts';
import { type Said, sentencesOf } from './clauses.ts';
import { isCourtesy } from './courtesies.ts';
import { atLine, type Point } from './drafted.ts';
import { bullet, SUBORDINATE, sizeOf } from './pieces.ts';
import { scrub } from './scrub.ts';

const LONGEST: Readonly<Record<Script, number>> = { zh: 60, en: 40 };

/** Evidence that a sentence asks, with weights. */
const ASKING: Readonly<Record<Script, readonly (readonly [RegExp, number])[]>> = {
  zh: [
    [/[?？]["”’」』）)]?\s*$/, 3],
    [/请问|想问|问一?下|问问/, 2],
    [/怎么|如何|怎样|什么样?|为什么|哪些|哪个|哪里|是不是|能不能|有没有|多少|是否|何(?:时|种)|还是/, 2],
    [/吗|呢\s*[?？]?\s*$/, 1],
    [/回答过|做过回答|问题都|提问(?!\s*[A-Za-z\u3400-\u9fff]{1,12}[，,]请问)/, -4],
    [/^(?:下面|我们来|我看到|好的|这个问题)/, -1],
  ],
  en: [
    [/\?["”’)\]]*\s*$/, 4],
    [
      /^(?:so |and |but |well |okay |then )*,?\s*(?:what|why|how|who|when|where|which|do|does|did|is|are|can|could|would|should|have|has|will)\b/i,
      1.5,
    ],
    [/\b(?:wonder|curious|want(?:ed)? to (?:ask|know)|like to (?:ask|know)|my question)\b/i, 1.5],
    [/\b(?:what|why|how|which|whether)\b/i, 1],
    [/\b(?:hear me|makes? sense|right|okay|you know)\?\s*$/i, -3],
  ],
};
/** Words before the actual question. */
const LEAD: Readonly<Record<Script, RegExp>> = {
  zh: /^.*(?=请问)请问(?:一下)?[，,:：]?|^.*?(?:请问(?:一下)?|(?:我?(?:就|还|也)?想(?:请教|问问?)(?:一下)?|问一下|提问|的?(?:第[一二三四五]|最后一?)个?问题(?:就)?是|问题(?:就)?是(?:说)?|请教一?下?(?:一个问题)?)(?:就是说?)?)[，,:：]?/,
  en: /^.*?\b(?:(?:my|the|first|next|last|second|one|a) question (?:is|was|for you is)|(?:i )?(?:just |also )?(?:wanted|want|would like|['’]d like) to (?:ask|know)(?: you)?(?: about)?|(?:i was|i['’]m) (?:wondering|curious))[,:]?\s*(?:if |whether )?/i,
};
/** After the question, often without punctuation: an opinion of it, or who is to answer. */
const REMARK =
  /[，,；;\s]*(?:我们?|大家)?(?:(?:特别|很|非常|最)想听听?[^，,。?？]{0,10}?(?:回答|看法|想法|分享|观点|意见)|(?:觉得|感觉)(?:这个?|这是个?)问题[^，,。?？]{0,10})[。.]?$/;
/** Refers to the preceding sentence. */
const BACKWARDS: Readonly<Record<Script, RegExp>> = {
  zh: /^(?:这|那|它|他|她|其|所以|但|如果这)/,
  en: /^(?:that|this|it|they|those|these|he|she|and|but|then)\b/i,
};

interface Sentence {
  readonly text: string;
  readonly line: number;
  readonly score: number;
}

/**
 * The sentence that asks, without its lead-in; with the preceding sentence if it refers to it and both fit. Null if
 * nothing asks.
 */
export function questionOf(said: readonly Said[], lang: string): Point | null {
  const script = scriptOf(lang);
  const sentences = said.flatMap(({ text, line }) =>
    scrub(text).flatMap((run) => {
      const parts = sentencesOf(run.text, script);
      return parts.map((part, index): Sentence => {
        // Such damage usually replaces a question mark.
        const isCut = run.isCut && index === parts.length - 1;
        return { text: part.trim(), line, score: askingScore(part, script) + (isCut ? 1.5 : 0) };
      });
    }),
  );
  const [best] = sentences
    .map((sentence, index) => ({ ...sentence, index }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.index - a.index);
  if (!best) return null;
  const { line } = best;
  const asked = trimmed(best.text, script);
  const before = sentences[best.index - 1];
  if (before && before.line === line && BACKWARDS[script].test(asked) && !isCourtesy(before.text, script)) {
    const both = bullet(`${before.text}${script === 'zh' ? '' : ' '}${best.text}`, script);
    if (sizeOf(both, script) <= LONGEST[script]) return atLine(both, line);
  }
  return asked === '' ? null : atLine(asked, line);
}

function askingScore(text: string, script: Script): number {
  let score = 0;
  for (const [pattern, weight] of ASKING[script]) if (pattern.test(text)) score += weight;
  return score;
}

/** Removes the lead-in if a question remains, and the first clauses of a long one. */
function trimmed(text: string, script: Script): string {
  const least = script === 'zh' ? 8 : 4;
  const led = askingEnd(bullet(text.replace(LEAD[script], ''), script), script);
  let asked = sizeOf(led, script) >= least ? led : bullet(text, script);
  const alone = script === 'zh' ? asked.replace(REMARK, '') : asked;
  if (sizeOf(alone, script) >= least && askingScore(alone, script) >= 2) asked = alone;
  while (sizeOf(asked, script) > LONGEST[script]) {
    const cut = asked.search(script === 'zh' ? /[，,。；;]/ : /[,;.:]\s/);
    if (cut < 0) return '';
    asked = bullet(asked.slice(cut + 1), script);
  }
  return asked;
}

/** From the first clause that asks, unless an earlier one sets a condition. */
function askingEnd(text: string, script: Script): string {
  if (script === 'en') return text;
  const clauses = text.split(/(?<=[，,])(?!\d)/);
  const first = clauses.findIndex((clause) => askingScore(clause, script) >= 2);
  const [before, rest] = [clauses.slice(0, first), clauses.slice(first).join('')];
  const isNeeded = before.some(
    (clause) => SUBORDINATE.zh.test(bullet(clause, 'zh')) || /如果|一旦|时候/.test(clause),
  );
  return first < 1 || isNeeded || BACKWARDS.zh.test(rest) || sizeOf(rest, script) < 8 ? text : rest;
}
