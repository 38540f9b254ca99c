import { addAll, finish, type Memory, NO_MEMORY, type Steps } from '../base/memory.ts';
import type { Transcript } from '../content/claims/check-claim.ts';
import type { Event } from '../content/summary/meetup.ts';
import type { AnySummary } from '../content/summary/statements.ts';
import { ADVICE_NAMES, type Finding, sortFindings } from '../findings/finding.ts';
import { keepSafeEdits } from './edits/safe-edits.ts';
import type { AdviceContext, AdviceInput } from './rules/advice-rule.ts';
import { ADVICE } from './rules/advice-rules.ts';
import type { Passage } from './text/passage.ts';
import { passagesOf } from './text/passages-of.ts';

/**
 * Advice on the summaries, except what event.md turns off. Mechanical advice comes with edits; all edits of a file can
 * be applied together and change nothing else.
 */
export function advise(input: AdviceInput): readonly Finding[] {
  return finish(adviceSteps(input, NO_MEMORY));
}

/** Advice for files without an error: the remainder of a faulty one may look worse than it is. */
export function adviceFor(input: AdviceInput, found: readonly Finding[]): readonly Finding[] {
  return finish(adviceForInSteps(input, found, NO_MEMORY));
}

/** The same, one summary per step. @param memory of earlier runs, including unfinished ones */
export function* adviceForInSteps(
  input: AdviceInput,
  found: readonly Finding[],
  memory: Memory,
): Steps<readonly Finding[]> {
  const broken = new Set(found.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const advice = yield* adviceSteps(input, memory);
  return advice.filter(({ file }) => !broken.has(file));
}

/** What the advice on a summary depends on. */
interface Looked {
  readonly summary: AnySummary;
  readonly event: Event;
  readonly transcript: Transcript | null;
}

/** The same, one summary per step. @param memory of earlier runs, including unfinished ones */
function* adviceSteps(
  { meetup, assets = new Map(), transcript = null }: AdviceInput,
  memory: Memory,
): Steps<readonly Finding[]> {
  const { event, talks, exchanges } = meetup;
  const summaries = [event, ...talks, ...exchanges];
  const passages = new Map<AnySummary, readonly Passage[]>();
  const context: AdviceContext = {
    meetup,
    assets,
    memory,
    passagesOf: (summary) => {
      const known =
        passages.get(summary) ?? memory.recall(`passages ${summary.source.path}`, summary, passagesOf);
      passages.set(summary, known);
      return known;
    },
  };
  const rules = ADVICE_NAMES.filter((name) => !event.adviceOff.includes(name)).map((name) => ADVICE[name]);
  const lookAt = ({ summary }: Looked) =>
    rules.flatMap(
      ({ ofSummary }) =>
        ofSummary?.(summary, { event, transcript, passages: () => context.passagesOf(summary) }) ?? [],
    );
  const found: Finding[] = [];
  for (const summary of summaries) {
    yield;
    addAll(found, memory.recall(`advice ${summary.source.path}`, { summary, event, transcript }, lookAt));
  }
  for (const { ofMeetup } of rules) if (ofMeetup) addAll(found, yield* ofMeetup(context));
  const byPath = new Map<string, AnySummary>(summaries.map((summary) => [summary.source.path, summary]));
  return yield* keepSafeEdits(sortFindings(found), (file) => byPath.get(file) ?? null, memory);
}
