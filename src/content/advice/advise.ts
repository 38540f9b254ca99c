import { addAll } from '../../add-all.ts';
import { ADVICE_NAMES, type Finding, sortFindings } from '../../findings/finding.ts';
import { type Memory, NO_MEMORY } from '../../memory.ts';
import { finish, type Steps } from '../../steps.ts';
import type { AnySummary } from '../inlines.ts';
import type { Event } from '../meetup.ts';
import type { AdviceContext, AdviceInput } from './advice.ts';
import { ADVICE } from './index.ts';
import type { Passage } from './passages/passage.ts';
import { passagesOf } from './passages/passages-of.ts';
import { keepSafeEdits } from './safety/keep-safe-edits.ts';

/**
 * What would make the summaries better, without what event.md turns off. Edits come with what is mechanical;
 * all of a file's can be applied together, and change nothing but what they are for.
 */
export function advise(input: AdviceInput): readonly Finding[] {
  return finish(adviceSteps(input, NO_MEMORY));
}

/** The same, a summary at a step. @param memory of the times before, those that were not finished too */
export function* adviceSteps({ meetup }: AdviceInput, memory: Memory): Steps<readonly Finding[]> {
  const { event, talks, exchanges } = meetup;
  const summaries = [event, ...talks, ...exchanges];
  const passages = new Map<AnySummary, readonly Passage[]>();
  const context: AdviceContext = {
    meetup,
    memory,
    passagesOf: (summary) => {
      const known =
        passages.get(summary) ?? memory.recall(`passages ${summary.source.path}`, summary, passagesOf);
      passages.set(summary, known);
      return known;
    },
  };
  const rules = ADVICE_NAMES.filter((name) => !event.adviceOff.includes(name)).map((name) => ADVICE[name]);
  const lookAt = ({ summary }: { readonly summary: AnySummary; readonly event: Event }) =>
    rules.flatMap(
      ({ ofSummary }) => ofSummary?.(summary, { event, passages: () => context.passagesOf(summary) }) ?? [],
    );
  const found: Finding[] = [];
  for (const summary of summaries) {
    yield;
    addAll(found, memory.recall(`advice ${summary.source.path}`, { summary, event }, lookAt));
  }
  for (const { ofMeetup } of rules) if (ofMeetup) addAll(found, yield* ofMeetup(context));
  const byPath = new Map<string, AnySummary>(summaries.map((summary) => [summary.source.path, summary]));
  return yield* keepSafeEdits(sortFindings(found), (file) => byPath.get(file) ?? null, memory);
}
