import { adviceFor } from '../advice/advise.ts';
import { type FixedFile, fixContent, saveFixes, showDiff } from '../advice/fix-content.ts';
import { NO_MEMORY } from '../base/memory.ts';
import { openProject, type Project } from '../base/project.ts';
import { colorsFor } from '../base/terminal.ts';
import { checkContent } from '../build/check-content.ts';
import { compile } from '../build/compile.ts';
import { readContent } from '../content/read/read.ts';
import { type Finding, sortFindings } from '../findings/finding.ts';
import type { CheckOptions, CommonOptions, ExitCode } from './flags.ts';
import { report } from './report.ts';

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

interface FixOptions extends CommonOptions {
  /** Whether to write without asking. */
  readonly yes: boolean;
}

interface Fixed {
  /** The files that were written, relative to the root. */
  readonly files: readonly string[];
  /** What to tell people about it. */
  readonly summary: string;
}

/** Mends what is mechanical in the summaries. On a terminal it shows what would change, and asks. */
async function fixSummaries(options: FixOptions, { root }: Project): Promise<Fixed> {
  const files = fixContent(readContent(root), (content) =>
    checkContent(root, content, NO_MEMORY).findings.filter(({ severity }) => severity === 'error'),
  );
  if (files.length === 0) return { files: [], summary: 'Nothing to fix.' };
  const { terminal } = options;
  if (asksFirst(options)) {
    const { stdin: input, stdout: output } = terminal;
    output.write(`${showDiff(files, colorsFor(output, terminal))}\n\n`);
    // Loaded when there is something to ask.
    const { confirm } = await import('@clack/prompts');
    const answer = await confirm({ message: `Change ${countFiles(files)}?`, input, output });
    if (answer !== true) return { files: [], summary: 'No file was changed.' };
  }
  saveFixes(root, files);
  const paths = files.map(({ path }) => path);
  return { files: paths, summary: `Changed ${countFiles(files)}: ${paths.join(', ')}.` };
}

function asksFirst({ yes, json, terminal }: FixOptions): boolean {
  return !yes && !json && terminal.stdin.isTTY === true && terminal.stdout.isTTY === true;
}

function countFiles({ length }: readonly FixedFile[]): string {
  return length === 1 ? '1 file' : `${length} files`;
}
