import { CliError } from '../cli-error.ts';
import type { Compilation } from '../compile.ts';
import { type Diagnostic, error, FILE_START, warning } from '../diagnostics/diagnostic.ts';
import { type PrintedDeck, type PrintProgress, printDecks, type SlideFailure } from '../print/print-decks.ts';
import type { Project } from '../project.ts';

export interface PrintRequest {
  readonly browser: string | undefined;
  onProgress(event: PrintProgress): void;
}

export interface PrintedMeetup {
  readonly printed: readonly PrintedDeck[];
  readonly findings: readonly Diagnostic[];
}

/** Prints compiled decks; what goes wrong on a slide becomes a finding about its summary. */
export async function printMeetup(
  project: Project,
  { decks, files }: Compilation,
  { browser, onProgress }: PrintRequest,
): Promise<PrintedMeetup> {
  const abort = new AbortController();
  const stop = (): void =>
    abort.abort(new CliError('Interrupted. The PDFs that were there before are untouched.'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const { printed, failures, blocked } = await printDecks({
      decks: decks.map(({ deck, text }) => ({
        slug: deck.slug,
        title: deck.title,
        author: deck.author,
        lang: deck.lang,
        accent: deck.accent,
        text,
        origins: [deck.cover, ...deck.slides].map(({ origin }) => origin),
      })),
      assets: files.flatMap(({ path, content }) =>
        typeof content === 'string' ? [] : [{ path, bytes: content }],
      ),
      themeRoot: project.themeFolder,
      ...(browser === undefined ? {} : { browserPath: browser }),
      onProgress,
      signal: abort.signal,
    });
    return { printed, findings: [...failures.map(toFinding), ...blocked.map(toThemeFinding)] };
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function toFinding({ slug, slide, origin, kind, detail }: SlideFailure): Diagnostic {
  const at = { line: origin.line, column: 1, length: 0 };
  const args = { deck: slug, slide, detail };
  return kind === 'overflow'
    ? error(origin.file, at, 'slide-overflow', args)
    : error(origin.file, at, 'slide-failed', { ...args, problem: kind });
}

function toThemeFinding(url: string): Diagnostic {
  return warning('templates/theme', FILE_START, 'theme-request', { url });
}
