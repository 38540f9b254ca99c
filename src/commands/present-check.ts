import { wording } from '../base/errors.ts';
import { openProject } from '../base/project.ts';
import { colorsFor } from '../base/terminal.ts';
import { readContentLines } from '../content/read/content-folder.ts';
import type { Finding } from '../findings/finding.ts';
import { cleanLines, jsonText } from '../findings/report/clean.ts';
import { reportJson, wordFindings } from '../findings/report/json.ts';
import { reportText } from '../findings/report/report-text.ts';
import { checkStage, type LookedAt, type StageCheck } from '../present/check-stage.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { createProgress, stoppable } from './progress.ts';
import { words } from './words/words.ts';

const SIGNS: Readonly<Record<LookedAt['state'], string>> = { good: '\u2713', todo: '!', unknown: '?' };

/** Reports whether everything is ready for the evening, without showing anything. Returns 1 if something is not. */
export async function presentCheck(
  options: CommonOptions & { readonly browser: string | undefined },
): Promise<ExitCode> {
  const { root, json, quiet, terminal } = options;
  const progress = createProgress(options);
  let findings: readonly Finding[] = [];
  const look = (signal: AbortSignal) =>
    checkStage(openProject(root), {
      ...(options.browser !== undefined && { browserPath: options.browser }),
      signal,
      onProgress: progress.update,
      checked: (found) => {
        findings = found;
      },
    });
  let result: StageCheck | null;
  try {
    result = await stoppable(wording`Nothing was written.`, look);
  } finally {
    progress.stop();
  }
  const told = wordFindings(findings.filter(({ severity }) => severity === 'error' || !quiet));
  const lines = (result?.lines ?? []).map((line) => ({ ...line, text: textOf(line, result?.browser ?? '') }));
  const isReady = result !== null && lines.every(({ state }) => state !== 'todo');
  if (json) {
    const facts = { ok: isReady, browser: result?.browser ?? null, lines, findings: reportJson(told) };
    terminal.stdout.write(`${jsonText(facts, 2)}\n`);
    return isReady ? 0 : 1;
  }
  const colors = colorsFor(terminal.stdout, terminal);
  const color = { good: colors.green, todo: colors.red, unknown: colors.yellow };
  if (told.length > 0)
    terminal.stderr.write(
      `${reportText(told, readContentLines(root), colorsFor(terminal.stderr, terminal))}\n\n`,
    );
  if (!result) lines.push({ ...UNSOUND, text: words().present.unsound });
  for (const { state, text } of lines)
    if (!quiet || state === 'todo')
      terminal.stdout.write(`${color[state](SIGNS[state])} ${cleanLines(text)}\n`);
  return isReady ? 0 : 1;
}

const UNSOUND: LookedAt = { name: 'decks', state: 'todo', count: 0, faults: [] };

function textOf({ name, state, count, faults }: LookedAt, browser: string): string {
  const { checks, unknown, offline, lookedIn } = words().present;
  if (name === 'offline') return state === 'good' ? offline.good(count) : offline.todo(faults);
  if (state === 'unknown') return unknown(name);
  if (name === 'browser' && state === 'good') return lookedIn(browser);
  return state === 'good' ? checks[name].good(count) : checks[name].todo(faults);
}
