import type { Project } from '../base/project.ts';
import { sharedFolder } from '../base/store.ts';
import type { Compilation } from '../build/compile.ts';
import { printableDecks } from '../export/printable-decks.ts';
import { slideFindings, writePictures } from '../export/slide-findings.ts';
import { type Finding, sortFindings } from '../findings/finding.ts';
import type { Severity } from '../findings/messages/message.ts';
import { auditDecks } from '../print/audit-decks.ts';
import type { AuditOptions, SlidePicture } from '../print/types.ts';
import type { CheckOptions, ExitCode } from './flags.ts';
import { createProgress, stoppable } from './progress.ts';
import { report } from './report.ts';

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

interface BrowserRequest {
  /** Path of a browser; by default one is looked for. */
  readonly browser: string | undefined;
  readonly onProgress: NonNullable<AuditOptions['onProgress']>;
}

interface AuditedMeetup {
  readonly findings: readonly Finding[];
  readonly pictures: readonly SlidePicture[];
  readonly slides: number;
  /** How many questions were asked about slides. */
  readonly checks: number;
}

/** Looks at every slide of compiled decks in a browser. */
async function auditMeetup(
  project: Project,
  { front, decks, files }: Compilation,
  { browser, onProgress }: BrowserRequest,
): Promise<AuditedMeetup> {
  const result = await stoppable('Nothing was written.', (signal) =>
    auditDecks({
      ...printableDecks(project, { decks: [front, ...decks], files }),
      shellFolder: sharedFolder('shell'),
      ...(browser === undefined ? {} : { browserPath: browser }),
      onProgress,
      signal,
    }),
  );
  const { pictures, slides, checks } = result;
  return { findings: slideFindings(result), pictures, slides, checks };
}
