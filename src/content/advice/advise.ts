import { type Diagnostic, sortDiagnostics } from '../../diagnostics/diagnostic.ts';
import type { AnySummary } from '../inlines.ts';
import type { AdviceContext, AdviceInput } from './advice.ts';
import { ADVICE } from './index.ts';
import { ADVICE_NAMES } from './names.ts';
import type { Passage } from './passages/passage.ts';
import { passagesOf } from './passages/passages-of.ts';
import { keepSafeEdits } from './safety/keep-safe-edits.ts';

/**
 * What would make the summaries better, without what event.md turns off. Edits come with what is mechanical;
 * all of a file's can be applied together, and change nothing but what they are for.
 */
export function advise({ meetup }: AdviceInput): readonly Diagnostic[] {
  const passages = new Map<AnySummary, readonly Passage[]>();
  const context: AdviceContext = {
    meetup,
    passagesOf: (summary) => {
      const known = passages.get(summary) ?? passagesOf(summary);
      passages.set(summary, known);
      return known;
    },
  };
  const names = ADVICE_NAMES.filter((name) => !meetup.event.adviceOff.includes(name));
  const found = sortDiagnostics(names.flatMap((name) => ADVICE[name](context)));
  const summaries = new Map<string, AnySummary>(
    [meetup.event, ...meetup.talks, ...meetup.exchanges].map((summary) => [summary.source.path, summary]),
  );
  return keepSafeEdits(found, (file) => summaries.get(file) ?? null);
}
