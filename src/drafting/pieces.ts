import type { Script } from '../content/claims/words.ts';
import type { Clause } from './clauses.ts';
import type { Ranked } from './rank/rank.ts';
import { shorten } from './shorten.ts';

/** Adjacent clauses of one sentence that can form a bullet. */
export interface Piece {
  /** Indices of clauses, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly line: number;
  /** In tokens. */
  readonly length: number;
  readonly terms: readonly string[];
  /** Trained score of its clauses, weighted by length. */
  readonly score: number;
  /** How badly it reads on its own. */
  readonly penalty: number;
  /** Additional penalty on slides: for a clause without its subject, or a topic without a statement. */
  readonly roughness: number;
}

/** Maximum length of a bullet, in Chinese characters (others count half), or in words. */
export const LONGEST: Readonly<Record<Script, number>> = { zh: 42, en: 26 };
const SHORTEST: Readonly<Record<Script, number>> = { zh: 6, en: 5 };
const MOST_CLAUSES: Readonly<Record<Script, number>> = { zh: 4, en: 6 };

/** Begins in the middle of a thought. */
export const LOOSE: Readonly<Record<Script, RegExp>> = {
  zh: /^(?:它|他|她|这|那|其中|所以|但|而|并且|因此|因为|从而|于是|然后|才|就|也|还|又|却|都|则|再|包括|以及|或者?|和|与|跟|的|得|了|到|甚至|尤其|特别是|像|比如|例如|反而|之后|以后|同样|另一?|可(?=[是他它她这那])|慢慢|你看|一[个种]是|相比)/,
  en: /^(?:it|its|it's|he|she|they|they're|this|that|that's|these|those|and|or|but|so|because|which|who|where|then|there|there's|also|cause|'cause|if|when|as|than|to|of|with|for|not|one|ones|well)\b/i,
};

/** A dependent clause. */
export const SUBORDINATE: Readonly<Record<Script, RegExp>> = {
  zh: /^(?:如果|假如|要是|虽然|尽管|即使|哪怕|只要|只有|除了|除非|为了|无论|不管|不论|既然|对于|关于|至于|当.{1,24}(?:时候?|后|了)$|在.{1,24}(?:时候?|后|前|中|里|上|下)$|随着|作为|通过|从.{1,20}(?:来说|来看|来讲|角度)$)|(?:的时候|的话|时|之后|以后|的情况下|来说|来讲|的角度)[，,]?$|^不(?:仅|但|光)(?:仅|是)?|^.{0,10}(?:如果|假如|一旦)[^，,]*$/,
  en: /^(?:if|when|while|although|though|unless|because|since|until|whether|as long as)\b(?!.*,)/i,
};
/** A verb without its subject, which is in the preceding clause. */
export const HEADLESS: Readonly<Record<Script, RegExp>> = {
  zh: /^(?:是|会|有|能|可以|可能|把|被|让|去|来|使|将|要|想|做|给|帮|叫|需要|应该|变成|成为|看到|觉得|不(?!要)|没|在|对|从|为|拿|放|分|相当于|属于|等于)/,
  en: /^(?:is|are|was|were|has|have|had|can|could|will|would|should|did|do|does|been|being|going|trying|making|getting|using|doing|especially|including|particularly|rather|maybe|like|just|even|at|on|in|by|from|through|whether|how|why|what)\b/i,
};
const ASKS: Readonly<Record<Script, RegExp>> = {
  zh: /到底|[?？]["”]?$|(?:吗|呢|什么|怎么办|怎么样|多少)[。，,]?$|^(?:怎么|为什么|如何|是不是|有没有)/,
  en: /\?["”]?$|^(?:what|why|how|who|when|where|do|does|did|is|are|can|could|would|should|have|has|will)\s+(?:you|we|i|they|it|that|this|he|she|the|there|anyone|anybody)\b/i,
};
const SPOKEN: Readonly<Record<Script, RegExp>> = {
  zh: /^(?:大家|各位|谢谢|感谢|你|您|咱|我来|我说|我讲|我就|我先|我再|我今天|我刚|我举|我昨天|刚才|刚刚|今天我|好|对)|(?:的话|对吧|是吧)$|说[:：]?$|这么说|怎么说|举个例子|打个比/,
  en: /\b(?:you know|i mean|let me|i'll|i'm going to|i just|i was|as i said|i don't know|thank|sorry|guys|gonna)\b|^(?:i|you|let's|yeah|yes|no|okay|sure|right|oh)\b/i,
};

/** Transcripts lose question marks, but not the order of words. */
const QUESTION =
  /[?？]["”’)）]?$|(?:吗|呢)$|^(?:(?:what|how) about|(?:is|are|do|does|did|can|could|would|should|have|has|will) (?:there|you|we|they|it|he|she|any))\b/i;

/** Whether a text asks something: a question to the listeners makes no sense on a slide. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text);
}

/** All possible bullets, in order. */
export function piecesOf(clauses: readonly Clause[], ranked: Ranked): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const first of clauses.keys()) {
    for (let last = first; last < first + MOST_CLAUSES[ranked.script]; last += 1) {
      if (clauses[last]?.sentence !== clauses[first]?.sentence) break;
      const piece = pieceOf(clauses, ranked, first, last);
      if (piece === 'too long') break;
      if (piece) pieces.push(piece);
    }
  }
  return pieces;
}

function pieceOf(
  clauses: readonly Clause[],
  { script, scores, terms, tokens }: Ranked,
  first: number,
  last: number,
): Piece | 'too long' | null {
  const own = clauses.slice(first, last + 1);
  const [head] = own;
  const tail = own.at(-1);
  if (!head || !tail) return null;
  const text = bullet(own.map(({ raw }) => raw).join(script === 'zh' ? '' : ' '), script);
  const size = sizeOf(text, script);
  if (size > LONGEST[script]) return 'too long';
  if (size < SHORTEST[script]) return null;
  let length = 0;
  let score = 0;
  const all = new Set<string>();
  for (let at = first; at <= last; at += 1) {
    const count = tokens[at]?.length ?? 0;
    length += count;
    score += (scores[at] ?? 0) * count;
    for (const term of terms[at] ?? []) all.add(term);
  }
  if (length === 0) return null;
  const next = tail.ends ? undefined : clauses[last + 1];
  return {
    first,
    last,
    text,
    line: head.line,
    length,
    terms: [...all],
    score: score / length,
    penalty: penaltyOf(text, head, tail, script),
    roughness: roughnessOf(text, head, { before: clauses[first - 1], next }, script),
  };
}

/** Pieces with penalties for slides, where each is read on its own. */
export function forSlides(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece) => ({ ...piece, penalty: piece.penalty + piece.roughness }));
}

/** Formats text as a bullet: shortened, without final punctuation, in English capitalized. */
export function bullet(raw: string, script: Script): string {
  const text = shorten(raw.trim(), script)
    .replace(/^[\s，,、。；;：:—-]+/, '')
    .replace(script === 'zh' ? /[\s，,、。；;：:—.]+$/ : /[\s,;:—-]+$|(?<!\b[a-z]\.[a-z])\s*\.$/i, '');
  return script === 'zh' ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Length in Chinese characters, others counting half, or in words. */
export function sizeOf(text: string, script: Script): number {
  if (script === 'en') return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  let size = 0;
  for (const char of text) size += /[\u2e80-\uffff]/.test(char) ? 1 : 0.5;
  return size;
}

/** Without one of these words, a clause inside a Chinese sentence is merely its topic: 开源相关的商业模式. */
const PREDICATE =
  /[是有要能会把被让使做用去来给成变应需不没很更越最在叫说写看想找选投赚卖买开建改出到过了着]|可以|支持|提供|增长|减少|提高|超过|达到/;

/** Tuned, like the other penalties, on the training sets of the weights. */
const SPOKEN_PENALTY: Readonly<Record<Script, number>> = { zh: 0.03, en: 0.05 };

/** Continues the preceding clause. */
const GOES_ON: Readonly<Record<Script, RegExp>> = {
  zh: /^(?:它|这|那(?!么)|其|就|才|也|都|却|又|还|并|是|会|能|可以|有|主要|一定|反而|不)/,
  en: /^(?:which|who|that|is|are|was|were|has|have|it|to|of|in|on|and then|because)\b/i,
};

/** Ends with a word that needs another. */
const OPEN_END: Readonly<Record<Script, RegExp>> = {
  zh: /[是把被和与或让在对从给跟]$|因为$|所以$|但是?$/,
  en: /\b(?:and|so|but|or|because|the|a|an|of|to|in|on|at|for|with|that|which|who|is|are|was|were|if|as|than|by|from|like|said|say|says)$|[\u2013\u2014-]$/i,
};

/** Conditions; without them a statement says more than the speaker did. */
const CONDITION: Readonly<Record<Script, RegExp>> = {
  zh: /如果|假如|假设|要是|一旦|除非|只有|只要|的话[，,]?$/,
  en: /\b(?:if|unless|provided|assuming|suppose|as long as)\b/i,
};

/** Half of a thought, or a remark to somebody, neither of which works alone on a slide. */
const STRAY: Readonly<Record<Script, RegExp>> = {
  zh: /^(?:只不过|只是|并?不是|不仅仅?是|一点是|[是从]?第[一二三](?:个|种)?(?:层面|方面|点)|主要原因|真的|除此|(?:最终|最后|结果)(?:他|她|它)|正在|已经|有可能|获取|搞定|仔细|只会|只能|用这|靠这|我也?(?:知道|理解|感觉|听到)|有时候?我|我们?第一感觉)/,
  en: /^(?:means|proves|shows|seems|looks|shall|may|might|must|necessarily|only|tell|thinking|saying|just|hopefully)\b|\byou (?:told|mentioned|said|touched|asked|raised)\b/i,
};

/** Refers to something said before, within the clause: 这样的公司, some of them. */
const POINTS_BACK: Readonly<Record<Script, RegExp>> = {
  zh: /^[^，,]{0,8}(?:这样的?|那样的?|这种|那种|这么|那么|这些|那些|该)(?!多|说)|(?:也是|还是)(?:这样|如此)$/,
  en: /\b(?:some|one|most|many|all|part|both|any) of (?:it|them|that|this|those|these)\b|\b(?:that|this|those|these) (?:issue|thing|point|situation|area|regard|respect|one|kind|sort|stuff|agenda|report|course)s?\b/i,
};

/** @param near adjacent clauses; those of other sentences do not count */
function roughnessOf(
  text: string,
  head: Clause,
  { before, next }: { readonly before: Clause | undefined; readonly next: Clause | undefined },
  script: Script,
): number {
  let roughness = 0;
  if (before && !head.begins) {
    if (CONDITION[script].test(before.text)) roughness += 0.1;
    else if (SUBORDINATE[script].test(bullet(before.text, script))) roughness += 0.03;
  }
  if (!head.begins && HEADLESS[script].test(text)) roughness += 0.025;
  if (next && GOES_ON[script].test(next.text)) roughness += 0.03;
  if (OPEN_END[script].test(text)) roughness += 0.05;
  // On a slide nothing precedes it.
  if (LOOSE[script].test(text)) roughness += 0.03;
  if (STRAY[script].test(text)) roughness += 0.05;
  if (POINTS_BACK[script].test(text)) roughness += 0.03;
  // English clauses rarely stand alone; they are separate only because the sentence is long.
  if (script === 'en' && (next || !head.begins)) roughness += 0.03;
  return roughness;
}

/** In units of term worth per token. */
function penaltyOf(text: string, head: Clause, tail: Clause, script: Script): number {
  let penalty = 0;
  if (!tail.ends) penalty += 0.02;
  if (!head.begins) penalty += 0.02;
  if (LOOSE[script].test(text)) penalty += 0.04;
  else if (!head.begins && HEADLESS[script].test(text)) penalty += 0.01;
  if (SUBORDINATE[script].test(text)) penalty += 0.03;
  if (script === 'zh' && !tail.ends && !PREDICATE.test(text)) penalty += 0.03;
  if (ASKS[script].test(text)) penalty += 0.04;
  if (SPOKEN[script].test(text)) penalty += SPOKEN_PENALTY[script];
  if (head.isDamaged || tail.isDamaged) penalty += 0.08;
  return penalty;
}
