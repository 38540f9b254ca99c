import { compile } from '../compile.ts';
import { openProject } from '../project.ts';
import type { CommonOptions, ExitCode } from './options.ts';
import { report } from './report.ts';

/** Looks at everything and writes nothing. */
export function check(options: CommonOptions): Promise<ExitCode> {
  const { value, diagnostics } = compile(openProject(options.root));
  const decks = value?.decks.length ?? 0;
  const slides = value?.decks.reduce((sum, { deck }) => sum + deck.slides.length + 1, 0) ?? 0;
  return report(options, {
    diagnostics,
    facts: { decks, slides },
    summary: value ? `Checked: ${decks} decks, ${slides} slides.` : 'Nothing was written.',
  });
}
