import type { Compilation } from '../compile.ts';
import { type Finding, sortFindings } from '../findings/finding.ts';
import type { Severity } from '../findings/messages/message.ts';
import type { Project } from '../project.ts';
import { auditMeetup } from './audit-meetup.ts';
import type { CheckOptions } from './check.ts';
import type { ExitCode } from './options.ts';
import { createProgress } from './progress.ts';
import { report } from './report.ts';
import { writePictures } from './write-pictures.ts';

/** What was found and done before. */
interface Checked {
  readonly compilation: Compilation;
  readonly findings: readonly Finding[];
  /** Goes in front of the summary. */
  readonly before: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Looks at every slide in a browser, and writes a picture of each that has a finding. */
export async function checkVisually(
  options: CheckOptions,
  project: Project,
  { compilation, findings, before, facts }: Checked,
): Promise<ExitCode> {
  const decks = compilation.decks.length;
  const progress = createProgress(options);
  try {
    const {
      findings: onSlides,
      pictures,
      slides,
      checks,
    } = await auditMeetup(project, compilation, {
      browser: options.browser,
      onProgress: progress.update,
    });
    progress.stop();
    writePictures(project, pictures);
    return await report(options, {
      findings: sortFindings([...findings, ...onSlides]),
      facts: { decks, slides, checks, ...facts },
      summary: `${before}Checked: ${decks} decks, ${slides} slides; ${checks.toLocaleString('en')} checks in the browser, ${outcome(onSlides)}.`,
    });
  } finally {
    progress.stop();
  }
}

function outcome(findings: readonly Finding[]): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [failed, warned] = [count('error'), count('warning')];
  const parts = [failed > 0 && `${failed} failed`, warned > 0 && `${warned} warned`].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'none failed';
}
