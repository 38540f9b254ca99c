import { compile } from '../compile.ts';
import { adviceFor } from '../content/advice/advice-for.ts';
import { type Finding, sortFindings } from '../findings/finding.ts';
import { openProject } from '../project.ts';
import { fixSummaries } from './fix-summaries.ts';
import type { CommonOptions, ExitCode } from './options.ts';
import { report } from './report.ts';

export interface CheckOptions extends CommonOptions {
  /** Whether to look at every slide in a browser. */
  readonly visual: boolean;
  /** Path of that browser; by default one is looked for. */
  readonly browser: string | undefined;
  /** Whether to mend what is mechanical. */
  readonly fix: boolean;
  /** Whether to do so without asking. */
  readonly yes: boolean;
}

/**
 * Looks at everything, gives advice, and writes nothing; with `visual`, pictures of slides that have findings; with
 * `fix`, the summaries that it mended.
 */
export async function check(options: CheckOptions): Promise<ExitCode> {
  const project = openProject(options.root);
  const fixed = options.fix ? await fixSummaries(options, project) : null;
  const { value, findings: found, meetup } = compile(project);
  const advice = adviceFor(meetup, found);
  const findings = sortFindings([...found, ...advice]);
  const fixes = { before: fixed ? `${fixed.summary}\n` : '', facts: fixed ? { fixed: fixed.files } : {} };
  if (!value) {
    const facts = { decks: 0, slides: 0, ...fixes.facts };
    return report(options, { findings, facts, summary: fixed?.summary ?? 'Nothing was written.' });
  }
  // Loaded when it is asked for: the browser takes its time.
  if (options.visual) {
    const { checkVisually } = await import('./check-visually.ts');
    return checkVisually(options, project, { compilation: value, findings, ...fixes });
  }
  const decks = value.decks.length;
  const slides = value.decks.reduce((sum, { deck }) => sum + deck.slides.length + 1, 0);
  const summary = `${fixes.before}Checked: ${decks} decks, ${slides} slides${countAdvice(advice)}.`;
  return report(options, { findings, facts: { decks, slides, ...fixes.facts }, summary });
}

function countAdvice(advice: readonly Finding[]): string {
  if (advice.length === 0) return '';
  const mechanical = advice.filter(({ edits }) => edits !== undefined).length;
  const fixable = mechanical === 0 ? '' : `, ${mechanical} of which --fix mends`;
  return `; ${advice.length} ${advice.length === 1 ? 'piece' : 'pieces'} of advice${fixable}`;
}
