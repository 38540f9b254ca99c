/**
 * `npm run bench:claims`: how often the claim check reports correct statements, and how often the same statements after
 * a script has falsified them. Correct are the summaries in content/, which people wrote, and sentences of minutes in
 * CLAIMS_DATA/ (by default ../shared/import/data/, which is not part of the repository): the thresholds were only tuned
 * on the former. `--list` prints the correct statements that are reported, `--missed` the falsified ones that are not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NO_MEMORY } from '../../src/base/memory.ts';
import { checkClaim, type Span, type Transcript } from '../../src/content/claims/check-claim.ts';
import { findWeakSupport } from '../../src/content/claims/weak-support.ts';
import { readTranscript } from '../../src/content/read/assets.ts';
import { readContent } from '../../src/content/read/read.ts';
import { claimsOf } from '../../src/content/summary/claims-of.ts';
import { langOf } from '../../src/content/summary/meetup.ts';
import { validate } from '../../src/content/validate/validate.ts';

interface Cited {
  readonly text: string;
  readonly lang: string;
  readonly unit: string | null;
  readonly spans: readonly Span[];
  readonly transcript: Transcript;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const DATA = process.env.CLAIMS_DATA ?? here('../../../shared/import/data/');
const ROUNDS = 5;

const TAILS = {
  zh: ['，因此成为行业第一', '，得到客户一致好评', '，计划明年上市', '，团队都很年轻'],
  en: [
    ', which made it the leader of the industry',
    ', and every customer was delighted',
    ', to be launched in spring',
  ],
} as const;

/** Deterministic, so that two runs can be compared. */
let state = 7;
function draw<T>(from: readonly T[]): T | undefined {
  state = (state * 1103515245 + 12345) % 2 ** 31;
  return from[state % from.length];
}

const own = ownClaims();
report('content/, all cited texts but headings', own);
report(
  'content/, sentences: no labels, nothing about the record',
  own.filter(({ text }) => isSentence(text)),
);
if (existsSync(`${DATA}vcsum-dev.jsonl`)) report('VCSum dev: minutes in Chinese, whole talks cited', vcsum());
if (existsSync(`${DATA}qmsum-val.jsonl`)) report('QMSum val: minutes in English', qmsum());

function report(name: string, claims: readonly Cited[]): void {
  const again = (spoil: (claim: Cited) => readonly Cited[]) =>
    Array.from({ length: ROUNDS }, () => claims.flatMap(spoil)).flat();
  console.log(`\n${name}`);
  say('right', claims, '--list');
  const moved = (isThere: (distance: number) => boolean) => again((claim) => elsewhere(claim, isThere));
  say(
    'another line, near',
    moved((distance) => distance <= 30),
    '--missed',
  );
  say(
    'another line, far',
    moved((distance) => distance > 60),
    '--missed',
  );
  const zh = /^zh/.test(claims[0]?.lang ?? '');
  say(
    'invented tail',
    TAILS[zh ? 'zh' : 'en'].flatMap((tail) =>
      claims.flatMap(reworded((text) => text.replace(/[。.]$/, '') + tail)),
    ),
    '--missed',
  );
  say('denied', claims.flatMap(reworded(zh ? deny : denyEnglish)), '--missed');
  say('denial lost', claims.flatMap(reworded(zh ? affirm : affirmEnglish)), '--missed');
  say(
    'number changed',
    claims.flatMap(reworded((text) => text.replace(/\d+/, (digits) => String(Number(digits) + 1)))),
    '--missed',
  );
}

function say(name: string, claims: readonly Cited[], flag: string): void {
  const by = new Map<string, number>();
  for (const claim of claims) {
    const found = judge(claim);
    if (found !== null) by.set(found, (by.get(found) ?? 0) + 1);
    if (process.argv.includes(flag) && (found === null) === (flag === '--missed'))
      console.log(
        `    ${claim.text} [${claim.spans.map(({ first, last }) => `L${first}-${last}`).join(', ')}]`,
      );
  }
  const sum = [...by.values()].reduce((all, each) => all + each, 0);
  const share = `${((100 * sum) / Math.max(claims.length, 1)).toFixed(1)} %`;
  const kinds = [...by].map(([kind, count]) => `${kind} ${count}`).join(', ');
  console.log(`  ${name.padEnd(20)} ${String(claims.length).padStart(5)} ${share.padStart(8)}  ${kinds}`);
}

/** The check's result: an error about a number or name, or advice. */
function judge({ text, lang, unit, spans, transcript }: Cited): string | null {
  const claim = { text, lang, ...(unit === null ? {} : { unit }) };
  if (checkClaim(claim, transcript, spans).length > 0) return 'number or name';
  return findWeakSupport(claim, transcript, spans)?.type ?? null;
}

function ownClaims(): readonly Cited[] {
  const root = here('../..');
  const { meetup } = validate(readContent(root), NO_MEMORY);
  const { event, talks, exchanges } = meetup;
  const { transcript } = readTranscript(root, event);
  if (!transcript) throw new Error('The transcript of content/ is not there.');
  return [event, ...talks, ...exchanges].flatMap((summary) =>
    claimsOf(summary)
      .filter(({ citations, isHeading }) => citations.length > 0 && !isHeading)
      .map(({ text, unit, citations }) => ({
        ...{ text, unit, transcript },
        lang: langOf(summary, event),
        spans: citations,
      })),
  );
}

function isSentence(text: string): boolean {
  return (text.match(/[\u3400-\u9fff]/g)?.length ?? 0) >= 8 && !/记录/.test(text);
}

/** One line per utterance. */
function vcsum(): readonly Cited[] {
  const meetings = readFileSync(`${DATA}vcsum-dev.jsonl`, 'utf8').trim().split('\n');
  return meetings.flatMap((line) => {
    const { context, discussion } = JSON.parse(line) as { context: string[][]; discussion: string };
    const transcript = { lines: context.map((sentences) => sentences.join('')) };
    const spans = [{ first: 1, last: transcript.lines.length }];
    const said = discussion.split(/(?<=[。；])/).filter((each) => each.length > 8);
    return said.map((text) => ({ text, lang: 'zh', unit: null, spans, transcript }));
  });
}

interface Meeting {
  readonly meeting_transcripts: readonly { readonly content: string }[];
  readonly specific_query_list: readonly {
    readonly answer: string;
    readonly relevant_text_span: readonly (readonly [string, string])[];
  }[];
}

function qmsum(): readonly Cited[] {
  return readFileSync(`${DATA}qmsum-val.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const meeting = JSON.parse(line) as Meeting;
      const transcript = { lines: meeting.meeting_transcripts.map(({ content }) => content) };
      return meeting.specific_query_list.flatMap(({ answer, relevant_text_span }) => {
        const spans = relevant_text_span.map(([a, b]) => ({ first: Number(a) + 1, last: Number(b) + 1 }));
        const said = answer.split(/(?<=[.!?])\s+/).filter((each) => each.length > 20);
        return said.map((text) => ({ text, lang: 'en', unit: null, spans, transcript }));
      });
    });
}

/** The same, citing another line at this distance, on which somebody speaks. */
function elsewhere(claim: Cited, isThere: (distance: number) => boolean): readonly Cited[] {
  const { spans, transcript } = claim;
  const from = spans[0]?.first ?? 1;
  const lines = transcript.lines.flatMap((line, index) => {
    const at = index + 1;
    const isCited = spans.some(({ first, last }) => first <= at && at <= last);
    return line.trim().length > 40 && !isCited && isThere(Math.abs(at - from)) ? [at] : [];
  });
  const line = draw(lines);
  return line === undefined ? [] : [{ ...claim, spans: [{ first: line, last: line }] }];
}

function reworded(change: (text: string) => string): (claim: Cited) => readonly Cited[] {
  return (claim) => {
    const text = change(claim.text);
    return text === claim.text ? [] : [{ ...claim, text }];
  };
}

/** At the first verb that can be negated, outside of words such as 机会 and 重要. */
function deny(text: string): string {
  const verb =
    /(?<![不没还于但就总只要论同别])是(?!否|不)|(?<![性可才功职只])能(?!力|量|否)|(?<![重主需只不没别还])要(?!求|素|么)|(?<![机社不开商公])会(?!议|员)|(?<![没所私独拥只])有(?!机|的|时|些|道|效|限|没|点)|(?<!不)可以|(?<![当叫不在试])做(?!法|梦)|(?<![易使可好应费利引不调])用(?!户|例|量|途)/;
  return text.replace(verb, (found) => (found === '有' ? '没有' : `不${found}`));
}

function affirm(text: string): string {
  return text.replace(/不(?=[是能要会可靠做需用让想看敢愿该])|没(?=有)/, '');
}

function denyEnglish(text: string): string {
  return text.replace(/\b(?:is|are|was|were|can|will|would|should|could|had)\b(?! not)/, '$& not');
}

function affirmEnglish(text: string): string {
  return text.replace(/\b(?<=is|are|was|were|can|will|would|should|could|had|did) not\b/, '');
}
