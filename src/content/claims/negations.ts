import { isEmptyWord, type Script, tokensOf } from './words.ts';

/** 不 and similar words, where they negate: not in 不仅, 不断, 差不多. */
const CHINESE =
  /不(?!仅|但|止|只|光|断|同|少|错|管|论|过[，,]|妨|禁|得不|可避|愧|如说)|(?<![差对])没有?|未(?!来|必不)|无(?!论|限|缝|人机|疑|数)|非(?!常|洲|凡)|别(?=[去让再把怕信做在用被太总着急])|勿/g;
const ENGLISH = /\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|hardly)\b|n['’]t\b/gi;
/** Negates without such a word: 免费 means that it costs nothing. */
const CHINESE_AKIN =
  /免(?:费|去|得|除|于)|拒|缺[少乏]|放弃|杜绝|谢绝|停(?:止|下|掉)|避免|防止|禁止|很?难(?!度|题)|很少|只有|除了|否则|吗|怎么|如何|哪|为什么|凭什么/;
const ENGLISH_AKIN =
  /\b(?:few|fewer|little|less|only|avoid\w*|stop\w*|fail\w*|lack\w*|refus\w*|den(?:y|ie)\w*|miss\w*|rather|instead|hard|difficult\w*|free|lost|los[es]\w*|prevent\w*|impossible|unless|except|rarely|seldom|barely|problem\w*)\b|\b(?:un|in|im|non-?)\w{5,}|\w+less\b|\?/i;
/** How far a negation reaches, in characters. */
const SCOPE: Readonly<Record<Script, number>> = { zh: 5, en: 24 };
const CLAUSE_END = /[，,。；;：:！!？?\n]/;
/** Minimum share of a clause's words in one or two clauses of the lines for both to be about the same thing. */
const SAME = 0.35;

/**
 * The negation in a clause of a claim if the matching words of the lines have none, or the other way round; null if
 * both agree, or if that cannot be determined.
 * @param clause folded
 * @param evidence the cited lines, folded
 */
export function negatesAlone(clause: string, evidence: string, script: Script): string | null {
  const akin = script === 'zh' ? CHINESE_AKIN : ENGLISH_AKIN;
  const own = negationsIn(clause, script);
  const same = closest(clause, evidence, script);
  if (same === null) return null;
  const theirs = negationsIn(same, script);
  // Two in a row cancel out: 不会不付钱.
  const [denial, ...more] = own;
  if (more.length > 0) return null;
  if (denial) {
    if (akin.test(same)) return null;
    return theirs.length === 0 || isAffirmed(denial, clause, evidence, script)
      ? withNext(clause, denial)
      : null;
  }
  if (akin.test(clause) || standsThere(clause, evidence, script)) return null;
  const turned = negationsIn(same, script).find((found) => isOfClaim(found, same, clause, script));
  return turned ? withNext(same, turned) : null;
}

function negationsIn(text: string, script: Script): readonly RegExpExecArray[] {
  // 能不能 and 是不是 are questions.
  return [...text.matchAll(script === 'zh' ? CHINESE : ENGLISH)].filter(
    ({ index }) => script !== 'zh' || index === 0 || text[index - 1] !== text[index + 1],
  );
}

/** 不能 rather than 不. */
function withNext(text: string, found: RegExpExecArray | undefined): string | null {
  if (!found) return null;
  const behind = text.slice(found.index + found[0].length);
  return found[0] + (/^[\u3400-\u9fff]{1,2}|^\s+[\w'-]+/.exec(behind)?.[0] ?? '');
}

/** Whether the lines contain what the claim negates, but negate nothing that begins like it. */
function isAffirmed(denial: RegExpExecArray, clause: string, evidence: string, script: Script): boolean {
  const denied = deniedBy(denial, clause, script);
  const [first] = denied;
  if (first === undefined || !hasRun(tokensOf(evidence, script), denied)) return false;
  return negationsIn(evidence, script).every((found) => {
    const behind = evidence.slice(
      found.index + found[0].length,
      found.index + found[0].length + SCOPE[script],
    );
    return !tokensOf(behind, script).includes(first);
  });
}

/** Whether the claim contains what the lines negate: its content words, in sequence. */
function isOfClaim(found: RegExpExecArray, text: string, clause: string, script: Script): boolean {
  const full = (tokens: readonly string[]) =>
    script === 'zh' ? tokens.filter((token) => !isSlight(token, script)) : tokens;
  const denied = full(deniedBy(found, text, script));
  return denied.length > 0 && hasRun(full(tokensOf(clause, script)), denied);
}

/** Whether a clause of the lines contains this one literally and negates nothing, whatever other clauses negate. */
function standsThere(clause: string, evidence: string, script: Script): boolean {
  const run = tokensOf(clause, script);
  return evidence
    .split(CLAUSE_END)
    .some((part) => negationsIn(part, script).length === 0 && hasRun(tokensOf(part, script), run));
}

/** Besides words without content: 要, 需, 用 and other verbs between a negation and what it negates. */
function isSlight(token: string, script: Script): boolean {
  return isEmptyWord(token, script) || (script === 'zh' && /^[需必该应得可]$/.test(token));
}

/** What follows a negation, up to its second content word: 看你的自 of 不看你的自述. */
function deniedBy(denial: RegExpExecArray, text: string, script: Script): readonly string[] {
  const tokens = tokensOf(text.slice(denial.index + denial[0].length).split(CLAUSE_END, 1)[0] ?? '', script);
  let content = 0;
  const end = tokens.findIndex((token) => {
    if (!isSlight(token, script)) content += 1;
    return content === (script === 'zh' ? 2 : 1);
  });
  return end < 0 ? [] : tokens.slice(0, end + 1);
}

function hasRun(tokens: readonly string[], run: readonly string[]): boolean {
  return tokens.some((_, at) => run.every((token, index) => tokens[at + index] === token));
}

/** The clause of the lines, or two in a row, with most of the words of `clause`. */
function closest(clause: string, evidence: string, script: Script): string | null {
  const words = wordsOf(clause, script);
  if (words.size < 2) return null;
  const parts = evidence.split(/(?<=[，,。；;：:！!？?\n])/).filter((part) => part.trim() !== '');
  const has = parts.map((part) => wordsOf(part, script));
  let best = 0;
  let at: readonly [number, number] | null = null;
  for (const [first] of parts.entries())
    for (const last of [first, first + 1]) {
      if (last >= parts.length) continue;
      const share =
        [...words].filter((word) => has[first]?.has(word) || has[last]?.has(word)).length / words.size;
      if (share > best + (last > first ? 0.1 : 0)) {
        best = share;
        at = [first, last];
      }
    }
  if (at === null || best < SAME) return null;
  return parts.slice(at[0], at[1] + 1).join('');
}

function wordsOf(text: string, script: Script): ReadonlySet<string> {
  const tokens = tokensOf(text.replaceAll(script === 'zh' ? CHINESE : ENGLISH, ''), script);
  return new Set(tokens.filter((token) => !isEmptyWord(token, script)));
}
