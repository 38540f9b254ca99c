import { type Claim, citedLines, type Span, type Transcript } from './check-claim.ts';
import { foldText } from './fold.ts';
import { negatesAlone } from './negations.ts';
import { isEmptyWord, type Script, scriptOf, tokensOf } from './words.ts';

/** A part of a claim that its lines may not support. */
export interface WeakSupport {
  /** `unsaid`: its words are not in the lines; `negated`: only one of the two is negated. */
  readonly type: 'unsaid' | 'negated';
  /** The part, as in the claim. */
  readonly text: string;
  /** Offset in the claim's text. */
  readonly index: number;
  /**
   * For `unsaid` what no cited line has, for `negated` the negation; as in the claim, or for the latter in the lines.
   */
  readonly words: readonly string[];
}

/**
 * Least share of the words of a claim, or of each clause, that neighbouring sentences of its lines must have, by
 * weight; chosen with `npm run bench:claims`.
 */
const LEAST: Readonly<Record<Script, { readonly claim: number; readonly clause: number }>> = {
  zh: { claim: 0.3, clause: 0.24 },
  en: { claim: 0.2, clause: 0.08 },
};
/** Shorter claims and clauses, in tokens with content, are names and labels. */
const LEAST_TOKENS: Readonly<Record<Script, number>> = { zh: 4, en: 3 };
/** Checked elsewhere, by value. */
const NUMBER = /^(?:[\d.]+|[〇一二三四五六七八九十百千万亿])$/;
/** Statements about the record itself, which the record does not contain. */
const OF_THE_RECORD =
  /记录(?:里|中|上|到|停|没|未)|[照按据]记录|原文|文字稿|逐字稿|\b(?:transcript|recording)\b/i;
/** A meeting that is itself about recordings mentions them on more lines than this. */
const FEW_LINES = 3;
/** Names the speaker: that speaker's own lines omit it, and many others contain it. */
const ATTRIBUTION: Readonly<Record<Script, RegExp>> = {
  zh: /^[^，,。；;：:]{1,12}?(?:认为|表示|指出|提到|强调|介绍|回答|解释)(?:道|说)?[，,：:]?/,
  en: /^(?:(?:first|firstly|second|secondly|third|then|also|next|finally|lastly|however|besides|moreover|to continue|in (?:addition|response|general)),? )?[\p{L}\p{N}_'’ .-]{1,60}? (?:said|says|responded|replied|answered|explained|mentioned|stated|argued|added|believed|thought|pointed out|emphasi[sz]ed|noted|agreed|suggested|recommended|proposed|reported|claimed|asked|wondered)(?: that)?\b/iu,
};
/** Number of sentences that are compared together. */
const WINDOW = 3;

/**
 * Whether the cited lines say what `claim` says, by its words: first as a whole, then clause by clause, then whether
 * both negate the same. Numbers and names are left to `checkClaim`. Judges only Chinese and Latin script, and nothing
 * if claim and lines have different scripts. Null if nothing looks weak.
 */
export function findWeakSupport(
  claim: Claim,
  transcript: Transcript,
  spans: readonly Span[],
): WeakSupport | null {
  const script = scriptOf(claim.lang);
  const text = foldText(claim.text);
  const lines = citedLines(transcript, spans).map(foldText);
  const evidence = lines.join('\n');
  if (!isIn(text, script) || !(isIn(evidence, script) || isMostly(transcript, script))) return null;
  const weigh = weightsOf(transcript, script);
  const windows = windowsOf(lines, script);
  const unsaid = (part: Part): WeakSupport => ({
    type: 'unsaid',
    text: claim.text.slice(part.index, part.index + part.text.length),
    index: part.index,
    words: missingRuns(claim.text, text, part, windows, script),
  });
  const whole = { text, index: 0 };
  if (OF_THE_RECORD.test(text) && !isAboutRecords(transcript)) return null;
  const supported = (part: string) => supportOf(part, windows, weigh, script);
  const said = withoutAttribution(text, script);
  if (supported(said) < LEAST[script].claim || isForeignLabel(text, windows, script)) return unsaid(whole);
  const clauses = clausesOf(text);
  const weak = clauses.find((part) => supported(part.text) < LEAST[script].clause);
  if (weak) return unsaid(weak);
  for (const part of clauses) {
    const negation = negatesAlone(part.text, evidence, script);
    if (negation === null) continue;
    const original = claim.text.slice(part.index, part.index + part.text.length);
    return { type: 'negated', text: original, index: part.index, words: [negation] };
  }
  return null;
}

/** Cached: whether most of a transcript is written in the script. */
function isMostly(transcript: Transcript, script: Script): boolean {
  return (
    transcript.lines.filter((line) => isIn(line, script)).length >
    0.6 * transcript.lines.filter((line) => line.trim() !== '').length
  );
}

function withoutAttribution(text: string, script: Script): string {
  const said = text.replace(ATTRIBUTION[script], '');
  return contentOf(tokensOf(said, script), script).length < LEAST_TOKENS[script] ? text : said;
}

function isAboutRecords({ lines }: Transcript): boolean {
  return lines.filter((line) => OF_THE_RECORD.test(line)).length > FEW_LINES;
}

interface Part {
  readonly text: string;
  readonly index: number;
}

function isIn(text: string, script: Script): boolean {
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const latin = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return script === 'zh' ? han > latin : latin > han;
}

function clausesOf(text: string): readonly Part[] {
  return [...text.matchAll(/[^，,、；;：。:!！?？（）()\n—]+/g)].map(({ 0: found, index }) => ({
    text: found,
    index,
  }));
}

/** Sentences of the lines, one to three at a time. */
interface Window {
  readonly tokens: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

function windowsOf(lines: readonly string[], script: Script): readonly Window[] {
  const sentences = lines
    .flatMap((line) => line.split(/(?<=[。！？!?；;])|(?<=\.)\s/))
    .filter((each) => each.trim() !== '');
  const tokens = sentences.map((sentence) => tokensOf(sentence, script));
  return tokens.flatMap((_, first) =>
    Array.from({ length: Math.min(WINDOW, tokens.length - first) }, (_, more) => {
      const parts = tokens.slice(first, first + more + 1);
      return { tokens: new Set(parts.flat()), pairs: new Set(parts.flatMap(pairsOf)) };
    }),
  );
}

function pairsOf(tokens: readonly string[]): readonly string[] {
  return tokens.slice(1).map((token, index) => `${tokens[index]} ${token}`);
}

/** Between 0 and 1: the share of `text` in the best window; 1 if it is too short to tell. */
function supportOf(text: string, windows: readonly Window[], weigh: Weigh, script: Script): number {
  const tokens = tokensOf(text, script);
  const words = contentOf(tokens, script);
  if (words.length < LEAST_TOKENS[script]) return 1;
  const total = words.reduce((sum, word) => sum + weigh(word), 0);
  const pairs =
    script === 'zh'
      ? [
          ...new Set(
            tokens.slice(1).flatMap((token, index) => {
              const before = tokens[index] ?? '';
              return isEmptyWord(token, script) && isEmptyWord(before, script) ? [] : [`${before} ${token}`];
            }),
          ),
        ]
      : [];
  let best = 0;
  for (const window of windows) {
    const has = words.reduce((sum, word) => sum + (window.tokens.has(word) ? weigh(word) : 0), 0) / total;
    const joined = pairs.filter((pair) => window.pairs.has(pair)).length / pairs.length;
    best = Math.max(best, pairs.length > 0 ? (has + joined) / 2 : has);
  }
  return best;
}

function contentOf(tokens: readonly string[], script: Script): readonly string[] {
  return [...new Set(tokens.filter((token) => !isEmptyWord(token, script) && !NUMBER.test(token)))];
}

/** A name or label of two or three words, none of whose pairs is in the lines. */
function isForeignLabel(text: string, windows: readonly Window[], script: Script): boolean {
  const tokens = tokensOf(text, script);
  const words = tokens.filter((token) => !isEmptyWord(token, script) && !NUMBER.test(token));
  if (words.length < 2 || words.length >= LEAST_TOKENS[script]) return false;
  const pairs = pairsOf(tokens);
  return !windows.some((window) => pairs.some((pair) => window.pairs.has(pair)));
}

type Weigh = (token: string) => number;

const known = new WeakMap<Transcript, Map<Script, Weigh>>();

/** Terms on few lines of the transcript weigh more. */
function weightsOf(transcript: Transcript, script: Script): Weigh {
  const ofTranscript = known.get(transcript) ?? new Map<Script, Weigh>();
  known.set(transcript, ofTranscript);
  const before = ofTranscript.get(script);
  if (before) return before;
  const linesWith = new Map<string, number>();
  let count = 1;
  for (const line of transcript.lines) {
    if (line.trim() === '') continue;
    count += 1;
    for (const token of new Set(tokensOf(foldText(line), script)))
      linesWith.set(token, (linesWith.get(token) ?? 0) + 1);
  }
  const weigh = (token: string) => Math.log(1 + count / ((linesWith.get(token) ?? 0) + 0.5));
  ofTranscript.set(script, weigh);
  return weigh;
}

/**
 * Runs of the part's words that no sentence of the lines has, as in the claim. Of Chinese, words are pairs of
 * characters.
 */
function missingRuns(
  original: string,
  folded: string,
  part: Part,
  windows: readonly Window[],
  script: Script,
): readonly string[] {
  const isSaid = (token: string) => windows.some(({ tokens }) => tokens.has(token));
  const isPairSaid = (pair: string) => windows.some(({ pairs }) => pairs.has(pair));
  const word = script === 'zh' ? /[\u3400-\u9fff]|[A-Za-z0-9]+(?:\.[0-9]+)?/g : /[A-Za-z0-9]+/g;
  const found = [...folded.slice(part.index, part.index + part.text.length).matchAll(word)].map((match) => ({
    token: tokensOf(match[0], script)[0] ?? '',
    from: part.index + match.index,
    end: part.index + match.index + match[0].length,
  }));
  const runs: { from: number; end: number }[] = [];
  for (const [index, { token, from, end }] of found.entries()) {
    const before = found[index - 1];
    const after = found[index + 1];
    const pairs =
      script === 'zh' && token.length === 1
        ? [
            ...(before?.end === from ? [`${before.token} ${token}`] : []),
            ...(after?.from === end ? [`${token} ${after.token}`] : []),
          ]
        : [];
    if (pairs.length > 0 ? pairs.some(isPairSaid) : isSaid(token)) continue;
    const open = runs.at(-1);
    if (open && before && open.end === before.end && original.slice(open.end, from).trim() === '')
      open.end = end;
    else runs.push({ from, end });
  }
  return runs
    .map(({ from, end }) => original.slice(from, end))
    .filter((run) => !tokensOf(run, script).every((each) => isEmptyWord(each, script)));
}
