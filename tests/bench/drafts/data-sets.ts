import { readFileSync } from 'node:fs';
import { type Clause, clausesOf } from '../../../src/drafting/clauses.ts';
import { type Passage, readPassage } from '../../../src/drafting/rank/passage.ts';
import type { Script } from './rouge.ts';

/** A text with its human-written summary. */
export interface Example {
  /** Examples of one meeting go into the same fold. */
  readonly meeting: string;
  readonly clauses: readonly Clause[];
  readonly passage: Passage;
  /** Sentences. */
  readonly reference: readonly string[];
}

export interface DataSet {
  readonly name: string;
  readonly script: Script;
  readonly examples: readonly Example[];
}

/** VCSum (Wu et al., Findings of ACL 2023): segments of Chinese meetings. */
export function readVcsum(path: string): DataSet {
  const rows = readRows<{ id: string; context: string[][]; speaker: unknown[]; discussion: string }>(path);
  const examples = rows.map(({ id, context, speaker, discussion }) =>
    example(
      id.replace(/_\d+$/, ''),
      context.map((sentences, turn) => ({ text: sentences.join(''), speaker: String(speaker[turn]) })),
      discussion.split(/(?<=[。！？!?；;])/).filter((sentence) => sentence.trim() !== ''),
      'zh',
    ),
  );
  return { name: 'VCSum', script: 'zh', examples };
}

interface QmsumMeeting {
  readonly meeting_transcripts: readonly { readonly speaker: string; readonly content: string }[];
  readonly specific_query_list: readonly {
    readonly answer: string;
    readonly relevant_text_span: readonly (readonly [string, string])[];
  }[];
}

/**
 * QMSum (Zhong et al., NAACL 2021): for each question about a meeting, the turns that answer it. Ignores the question.
 */
export function readQmsum(path: string): DataSet {
  const examples = readRows<QmsumMeeting>(path).flatMap((meeting, index) =>
    meeting.specific_query_list.map(({ answer, relevant_text_span }) =>
      example(
        String(index),
        relevant_text_span.flatMap(([first, last]) =>
          meeting.meeting_transcripts
            .slice(Number(first), Number(last) + 1)
            .map(({ speaker, content }) => ({ speaker, text: detokenized(content) })),
        ),
        answer.split(/(?<=[.?!])\s+/),
        'en',
      ),
    ),
  );
  return { name: 'QMSum', script: 'en', examples: examples.filter(({ clauses }) => clauses.length > 0) };
}

/** Removes the space before punctuation found in parts of QMSum. */
function detokenized(text: string): string {
  return text
    .replace(/ (['’](?:s|re|m|ve|ll|d|t)|n['’]t)\b/g, '$1')
    .replace(/ ([.,?!;:])/g, '$1')
    .replace(/\s+/g, ' ');
}

function example(
  meeting: string,
  turns: readonly { readonly text: string; readonly speaker: string }[],
  reference: readonly string[],
  script: Script,
): Example {
  const clauses = clausesOf(
    turns.map(({ text, speaker }, index) => ({ line: index + 1, text, speaker })),
    script,
  );
  return { meeting, clauses, passage: readPassage(clauses, script), reference };
}

function readRows<T>(path: string): readonly T[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}
