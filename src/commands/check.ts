import { compile } from '../compile.ts';
import { openProject } from '../project.ts';
import type { CommonOptions, ExitCode } from './options.ts';
import { report } from './report.ts';

export interface CheckOptions extends CommonOptions {
  /** Whether to look at every slide in a browser. */
  readonly visual: boolean;
  /** Path of that browser; by default one is looked for. */
  readonly browser: string | undefined;
}

/** Looks at everything and writes nothing; with `visual`, pictures of slides that have findings. */
export async function check(options: CheckOptions): Promise<ExitCode> {
  const project = openProject(options.root);
  const { value, diagnostics } = compile(project);
  if (!value) {
    const facts = { decks: 0, slides: 0 };
    return report(options, { diagnostics, facts, summary: 'Nothing was written.' });
  }
  // Loaded when it is asked for: the browser takes its time.
  if (options.visual) {
    const { checkVisually } = await import('./check-visually.ts');
    return checkVisually(options, project, value, diagnostics);
  }
  const decks = value.decks.length;
  const slides = value.decks.reduce((sum, { deck }) => sum + deck.slides.length + 1, 0);
  const summary = `Checked: ${decks} decks, ${slides} slides.`;
  return report(options, { diagnostics, facts: { decks, slides }, summary });
}
