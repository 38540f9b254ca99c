import type { Script } from '../content/claims/words.ts';
import type { Clause } from './clauses.ts';
import { isAnnouncement, isCourtesy } from './courtesies.ts';
import { atLine, type Heading, type Point } from './drafted.ts';
import type { Material } from './material.ts';
import type { Phrase } from './phrases.ts';
import { bullet, HEADLESS, LOOSE, type Piece, SUBORDINATE, sizeOf } from './pieces.ts';

/** In Chinese characters, or words. */
const LONGEST: Readonly<Record<Script, number>> = { zh: 16, en: 8 };
const SHORTEST: Readonly<Record<Script, number>> = { zh: 5, en: 3 };

/** Complete statements: that something is, must be or can be, or advice. */
const STATEMENT: Readonly<Record<Script, RegExp>> = {
  zh: /^(?![我你您他她它这那就还也都又]|别人|大家|有人|自己|最?[外里上下左右中](?:面|边|间)|.*[你我您它他她这那])(?:[^，,]{2,10}?(?:并不是|不是|是|不要|要|不能|能够|会|需要|应该|必须|成为|变成|决定|定义了|取决于|越来越|至关重要|很重要|非常重要|最重要|很关键)|(?:不要|别|必须|一定要|坚持|抓住|避免|回归))/,
  en: /^(?!(?:i|you|he|she|it|this|that|these|those|there|they|we)\b|.*\b(?:this|that|these|those|it|they|them|you)\b)(?:[\w'-]+ ){1,4}(?:is|are|was|were|has|have|needs?|must|should|can|will|does|makes?|means?|matters?|takes?)\b/i,
};
const RAGGED: Readonly<Record<Script, RegExp>> = {
  zh: /[吗呢的了着吧啊谁]$|的话$|时候?$|[是要能会有把被让在和与对为]$|[，,；;、:：]|^(?:是|觉得|于|对于|而|但|还|都|其|一个|我们看|为了|在|从|如果|因为|当|到|就|且|只|才|比如|像|所有|很多|有些?|如何|怎么|什么|为什么|哪)|什么$|(?:出现|觉得|认为|进行)$/,
  en: /\b(?:the|a|an|of|in|on|at|for|with|by|is|are|was|were|and|or|to|from|about|than|that)$|[,;:?]/i,
};

/** For figures, and if there is neither a topic nor a short complete statement. */
const PLAIN_HEADINGS = {
  points: { zh: '要点', en: 'Main points' },
  figures: { zh: '数字', en: 'Figures' },
} as const satisfies Readonly<Record<string, Readonly<Record<Script, string>>>>;

/** Not in the transcript's words; the second one in a draft is numbered, since headings must differ. */
export function plainHeading(
  over: keyof typeof PLAIN_HEADINGS,
  script: Script,
  taken: ReadonlySet<string>,
): Heading {
  const plain = PLAIN_HEADINGS[over][script];
  const numbered = [...'二三四五六七八九十'].map((sign, index) =>
    script === 'zh' ? `${plain}（${sign}）` : `${plain} (${index + 2})`,
  );
  return { text: [plain, ...numbered].find((text) => !taken.has(text)) ?? plain, lines: null };
}

/**
 * Heading for a section of points: a short statement from its clauses, else its topic, else one of three or more
 * points, which is then removed from the list. Never part of a sentence, which would say less than nothing.
 */
export function headingOf(
  { clauses, phrases, nouns, pieces, ranked }: Material,
  { first, last }: { readonly first: number; readonly last: number },
  chosen: readonly Piece[],
  taken: ReadonlySet<string>,
): { readonly heading: Heading; readonly rest: readonly Piece[] } {
  const { script } = ranked;
  const own = pieces.filter((piece) => piece.first >= first && piece.last <= last);
  const noun = nouns.filter(({ clauses: [at = -1] }) => at >= first && at <= last).slice(0, 1);
  const heading =
    shortStatement(own, chosen, script, taken) ??
    topicOf(clauses, phrases, { first, last }, script, taken) ??
    topicOf(clauses, noun, { first, last }, script, taken);
  if (heading) return { heading, rest: chosen };
  const whole = chosen.length > 2 ? chosen.find((piece) => isHeading(piece, script, taken)) : undefined;
  if (!whole) return { heading: plainHeading('points', script, taken), rest: chosen };
  return { heading: atLine(whole.text, whole.line), rest: chosen.filter((piece) => piece !== whole) };
}

/** Whether a point is short and complete. */
function isHeading({ text, penalty }: Piece, script: Script, taken: ReadonlySet<string>): boolean {
  return (
    penalty <= 0.025 &&
    isShort(text, script) &&
    ![RAGGED, LOOSE, HEADLESS, SUBORDINATE].some((fault) => fault[script].test(text)) &&
    !isTaken(text, taken)
  );
}

/** In standard deviations; a less relevant statement is not used as a heading. */
const LEAST_SCORE = -0.5;

function shortStatement(
  pieces: readonly Piece[],
  chosen: readonly Piece[],
  script: Script,
  taken: ReadonlySet<string>,
): Point | null {
  const free = pieces.filter(
    ({ text, first, last, penalty }) =>
      penalty <= 0.025 &&
      isShort(text, script) &&
      STATEMENT[script].test(text) &&
      !RAGGED[script].test(text) &&
      !isTaken(text, taken) &&
      !isAnnouncement(text, script) &&
      !isCourtesy(text, script) &&
      !chosen.some((other) => other.first <= last && first <= other.last),
  );
  const [best] = free.toSorted((a, b) => b.score - a.score || a.first - b.first);
  return best && best.score > LEAST_SCORE ? atLine(best.text, best.line) : null;
}

/** What a stretch of clauses mentions more than the rest: one phrase, or two of similar weight. */
export function topicOf(
  clauses: readonly Clause[],
  phrases: readonly Phrase[],
  { first, last }: { readonly first: number; readonly last: number },
  script: Script,
  taken: ReadonlySet<string>,
): Point | null {
  const own = phrases
    .map(({ text, value, clauses: all }) => {
      const inside = all.filter((at) => at >= first && at <= last);
      return { text, at: inside[0] ?? -1, value: (value * inside.length) / (all.length + 2) };
    })
    .filter(({ at, text }) => at >= 0 && !RAGGED[script].test(text) && !isTaken(text, taken))
    .sort((a, b) => b.value - a.value || a.at - b.at);
  const [one] = own;
  if (!one) return null;
  const lineOf = (at: number) => clauses[at]?.line ?? 1;
  const two = own.find(
    ({ text, value }) =>
      value > 0.5 * one.value &&
      !sharesWord(one.text, text, script) &&
      sizeOf(`${one.text}${text}`, script) < LONGEST[script],
  );
  if (!two)
    return sizeOf(one.text, script) > LONGEST[script] ? null : atLine(capital(one.text), lineOf(one.at));
  const [a, b] = one.at <= two.at ? [one, two] : [two, one];
  const text = `${a.text}${script === 'zh' ? '、' : ', '}${b.text}`;
  return { text: capital(text), lines: { first: lineOf(a.at), last: lineOf(b.at) } };
}

/** Whether an earlier heading contains the phrase. */
function isTaken(text: string, taken: ReadonlySet<string>): boolean {
  return [...taken].some((heading) => heading.toLowerCase().includes(text.toLowerCase()));
}

function sharesWord(a: string, b: string, script: Script): boolean {
  if (script === 'zh') return [...a].some((char) => b.includes(char));
  const words = new Set(a.toLowerCase().split(' '));
  return b
    .toLowerCase()
    .split(' ')
    .some((word) => words.has(word) || words.has(`${word}s`) || words.has(word.replace(/s$/, '')));
}

function capital(text: string): string {
  // Names such as iPhone keep their case.
  return /^[a-z]+(?:\s|,|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function isShort(text: string, script: Script): boolean {
  const size = sizeOf(text, script);
  return size >= SHORTEST[script] && size <= LONGEST[script];
}

const COUNT_ZH = /(?:[几两二三四五六七八九十]|\d{1,2})(?:大|个|点|种|条|类|方面|步|层|阶段)/;
/** Words before the counted noun. */
const BEFORE_ZH =
  /^(?:.*(?:我|我们|你|这里面?|其中|下面|接下来|今天|所以|那么|里面|就|会|一共|总共|主要|简单|大概|当然)?(?:列出了?|总结了?|归纳了?|准备了?|说|讲|谈|聊|分享|介绍|有|是|分为?|分成|包括|包含)(?:一下|了)?)(?=[^说讲谈有是分]*(?:[几两二三四五六七八九十]|\d{1,2})(?:大|个|点|种|条|类|方面|步|层|阶段))/;
const COUNT_EN =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|several|few) (?:\w+[ -]){0,3}\w+s\b(?:(?: \w+){0,5}$)?/i;

/** Heading of a list from the sentence that announces it, without its subject; null if nothing fits. */
export function listHeading(lead: Point | null, script: Script): Point | null {
  if (!lead) return null;
  const { text, lines } = lead;
  const parts = text.split(script === 'zh' ? /[，,。；;]/ : /[;.]|,\s/).filter((part) => part.trim() !== '');
  const counted = parts.filter((part) => (script === 'zh' ? COUNT_ZH : COUNT_EN).test(part)).reverse();
  const candidates = counted.length > 0 ? counted : parts.slice(-1);
  for (const candidate of candidates) {
    const heading = withoutAnnouncer(bullet(candidate, script).replace(/[:：?？]+$/, ''), lines, script);
    if (heading) return heading;
  }
  return null;
}

function withoutAnnouncer(part: string, lines: Point['lines'], script: Script): Point | null {
  if (script === 'en') {
    const phrase = COUNT_EN.exec(part)?.[0] ?? part;
    return fitting(bullet(phrase, script), lines, script);
  }
  if (
    sizeOf(part, script) <= LONGEST.zh + 2 &&
    !/^(?:我|我们|你|这|那|下面|接下来|今天|所以|会有|主要|大概|一共|总共|有|就)/.test(part)
  ) {
    return fitting(part, lines, script);
  }
  const noun = part.replace(BEFORE_ZH, '');
  return fitting(noun, lines, script);
}

function fitting(text: string, lines: Point['lines'], script: Script): Point | null {
  const size = sizeOf(text, script);
  return size >= 2 && size <= LONGEST[script] + 6 ? { text, lines } : null;
}
