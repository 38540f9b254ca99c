import { foldText } from '../content/claims/fold.ts';
import { readNumbers } from '../content/claims/numbers.ts';
import type { Script } from '../content/claims/words.ts';
import type { Clause } from './clauses.ts';
import { isCourtesy } from './courtesies.ts';
import { bullet, sizeOf } from './pieces.ts';

/** A figure and what it measures, both in words of the line. */
export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly line: number;
}

const CHINESE_VALUE =
  /(?:超过|超|近|约|大约|至少|将近|正好|整整|只有|仅)?\s*\d[\d,.]*\s*(?:多|余)?(?:万|亿|千|百)?(?:多|余)?\s*(?:(?<=[万亿])(?!\s*(?:多|余|个|名|位|人|家|年|次|倍|行|台|条|美|元|人民币|日活|参数|用户|[A-Za-z]))|美元|美金|人民币|欧元|元|块钱|个|名|位|人|家|年|次|倍|%|％|行|台|天|个月|小时|分钟|秒|条|篇|台|座|套|款|种|公里|米|吨|毫秒|参数)/;
const ENGLISH_VALUE =
  /(?:(?:over|more than|nearly|almost|about|around|at least|up to)\s+)?(?:[$€£]\s?\d[\d,.]*\d|[$€£]\s?\d|\d[\d,.]*\d|\d)\s?(?:%|(?:percent|per cent|times|million|billion|thousand|people|users|customers|engineers|employees|developers|companies|countries|years|months|weeks|days|hours|minutes|seconds|milliseconds|ms|kg|km|MB|GB|TB|x)\b)(?:\s(?:million|billion|people|users|customers|engineers|employees|developers|dollars|euros|pounds))?/i;

/** Clauses that deny, suppose, ask or wish give no figures. */
const UNSURE: Readonly<Record<Script, RegExp>> = {
  zh: /不|没|未(?!来)|无(?!论|人机)|非(?!常)|别|如果|假如|要是|假设|比如|例如|可能|也许|大概|估计|需要|应该|希望|想要?|打算|能不能|预计|左右|上下|[?？]|吗|呢|几|每|之内|以内|以下|以上|最多|至多|去年|前年|之前|左右/,
  en: /\b(?:not|never|no|nobody|none|without|less than|fewer than|under|below|if|unless|suppose|imagine|maybe|perhaps|probably|might|could|would|should|say|hope|want|need|expect|plan|or so|roughly|or|at most|up to|within|few|several|between|example|instance)\b|n['’]t\b|\?/i,
};
const RANGE = /\d\s*(?:[-–—~～至到]|个?到|to)\s*\d/i;
const YEAR = /^(?:1[89]|20)\d\d\s*年$|^\d{2}\s*年$/;
const SHORTEST: Readonly<Record<Script, number>> = { zh: 2, en: 3 };
const LONGEST: Readonly<Record<Script, number>> = { zh: 24, en: 14 };
/** Words that a label must not begin or end with. */
const TRAILING =
  /\b(?:the|a|an|of|in|on|at|for|with|by|is|are|was|were|and|or|to|from|have|has|had|about|than|that|our|its|their)$/i;
const RAGGED: Readonly<Record<Script, RegExp>> = {
  zh: /(?:的|是|了|有|(?<!现)在|到|和|与|或|从|把|被|让|用|为|给|跟|大约|已经|才|就|都|也)$|^(?:的|了|到|以|之|内|前|后|左右)/,
  en: /^(?:of|than|to|and|or|in|is|are|was|were|terms)\b/i,
};

/** The figures of a talk, in order, each value once. */
export function findFigures(clauses: readonly Clause[], script: Script): readonly Figure[] {
  const figures = new Map<string, Figure>();
  for (const [index, clause] of clauses.entries()) {
    const figure = figureOf(clause, clauses[index + 1], () => sentenceAt(clauses, index), script);
    const key = figure?.value.replace(/\s/g, '').toLowerCase() ?? '';
    if (figure && !figures.has(key)) figures.set(key, figure);
  }
  return [...figures.values()];
}

/** The sentence that contains the clause at `index`. */
function sentenceAt(clauses: readonly Clause[], index: number): string {
  let first = index;
  while (first > 0 && !clauses[first]?.begins) first -= 1;
  const parts: string[] = [];
  for (let at = first; at < clauses.length && (at === first || !clauses[at]?.begins); at += 1) {
    parts.push(clauses[at]?.raw ?? '');
  }
  return parts.join('');
}

function figureOf(
  clause: Clause,
  next: Clause | undefined,
  sentence: () => string,
  script: Script,
): Figure | null {
  const { raw, line } = clause;
  const found = (script === 'zh' ? CHINESE_VALUE : ENGLISH_VALUE).exec(raw);
  if (!found || clause.isDamaged || UNSURE[script].test(raw) || isCourtesy(raw, script)) return null;
  if (/[?？]|如果|假如|假设|要是|\bif\b/i.test(sentence()) || RANGE.test(raw)) return null;
  const value = found[0].trim();
  const numbers = [...readNumbers(foldText(raw))].filter((number) => number.certain);
  if (
    numbers.length !== 1 ||
    YEAR.test(value) ||
    /[一二三四五六七八九十百千]/.test(raw.charAt(found.index - 1))
  ) {
    return null;
  }
  const before = raw.slice(0, found.index);
  const after = raw.slice(found.index + found[0].length);
  // 5年前 is a time, 100个最有价值的项目之一 a rank.
  if (/^\s*(?:前|后|内|之|以|来|的时|左右|ago|later|before|after|old)|之一/.test(after)) return null;
  const label = labelOf(before, after, clause, next, script);
  if (label === null) return null;
  return { value, label, line };
}

function labelOf(
  before: string,
  after: string,
  clause: Clause,
  next: Clause | undefined,
  script: Script,
): string | null {
  const head = before.replace(
    script === 'zh'
      ? /^(?:我们|我|目前|现在|其实|这边|这里|一共|总共)*(?:有|是)?/
      : /^(?:we|they|and|so|it|there)\s+(?:have|had|has|are|is|were|was)?\s*/i,
    '',
  );
  let label =
    script === 'zh' ? bullet(`${head}${after}`.replace(/^[，,\s]+/, ''), script) : side(head, after);
  const follows = next?.sentence === clause.sentence ? next.raw : '';
  if (script === 'zh' && sizeOf(label, script) < SHORTEST.zh && follows !== '' && !/\d/.test(follows)) {
    label = bullet(`${head}${after}${follows}`, script);
  }
  // The preposition before the figure.
  while (script === 'en' && TRAILING.test(label)) label = label.replace(/\s*\S+$/, '');
  const size = sizeOf(label, script);
  if (size < SHORTEST[script] || size > LONGEST[script] || RAGGED[script].test(label)) return null;
  return label;
}

/** The words after the figure, else those before it: joined without it they would not be English. */
function side(before: string, after: string): string {
  const behind = bullet(after.replace(/^[\s,]*(?:of|in|for|on|worth of)\b/i, ''), 'en');
  return sizeOf(behind, 'en') >= 2 ? behind : bullet(before, 'en');
}
