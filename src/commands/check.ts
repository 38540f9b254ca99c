import { resolve } from 'node:path';
import { wording } from '../base/errors.ts';
import { colorsFor } from '../base/terminal.ts';
import type { ListedClaim } from '../build/list-claims.ts';
import * as api from '../index.ts';
import { describeCheck, describeFix } from './check-words.ts';
import type { CheckOptions, ExitCode } from './flags.ts';
import { createProgress, stoppable } from './progress.ts';
import { report } from './report.ts';
import { words } from './words/words.ts';

/**
 * Checks everything and gives advice. Writes nothing, except pictures of slides with findings (`visual`) and fixed
 * summaries (`fix`).
 */
export async function check(options: CheckOptions): Promise<ExitCode> {
  const { root, visual, browser, terminal } = options;
  const places = { root, cwd: terminal.cwd };
  const fixed = options.fix
    ? await api.fix({ ...places, ...(asksFirst(options) && { approve: approval(options) }) })
    : null;
  const progress = createProgress(options);
  const look = (signal?: AbortSignal) =>
    api.check({ ...places, visual, browser, onProgress: progress.update, ...(signal && { signal }) });
  try {
    const checked = await (visual ? stoppable(wording`Nothing was written.`, look) : look());
    progress.stop();
    const listed = options.claims ? await claimsOf(options) : null;
    const { decks, visual: seen } = checked;
    const slides = seen?.slides ?? decks.reduce((sum, deck) => sum + deck.slides.length, 0);
    return await report(options, {
      findings: checked.findings,
      facts: {
        ...{ decks: decks.length, slides, claims: checked.claims },
        ...(seen && { checks: seen.checks }),
        ...(listed && { statements: listed }),
        ...(fixed && { fixed: fixed.written ? fixed.changes.map(({ path }) => path) : [] }),
      },
      summary: [...(fixed ? [describeFix(fixed)] : []), ...describeCheck(checked, fixed !== null)].join('\n'),
    });
  } finally {
    progress.stop();
  }
}

/** Lists them on standard output, unless all of it is JSON. */
async function claimsOf({ root, json, terminal }: CheckOptions): Promise<readonly ListedClaim[]> {
  const [{ listClaims }, { claimsForPeople, claimsForPrograms }] = await Promise.all([
    import('../build/list-claims.ts'),
    import('./claims-text.ts'),
  ]);
  const { stdout } = terminal;
  const claims = listClaims(resolve(terminal.cwd, root));
  if (!json)
    stdout.write(
      stdout.isTTY ? `${claimsForPeople(claims, colorsFor(stdout, terminal))}\n` : claimsForPrograms(claims),
    );
  return claims;
}

function asksFirst({ yes, json, terminal }: CheckOptions): boolean {
  return !yes && !json && terminal.stdin.isTTY === true && terminal.stdout.isTTY === true;
}

/** Shows the changes and asks for confirmation. */
function approval({ terminal }: CheckOptions): NonNullable<api.FixOptions['approve']> {
  const { stdin: input, stdout: output } = terminal;
  return async (changes) => {
    // Loaded only when there is something to confirm.
    const [{ showDiff }, { confirm }] = await Promise.all([
      import('../advice/fix-content.ts'),
      import('@clack/prompts'),
    ]);
    output.write(`${showDiff(changes, colorsFor(output, terminal))}\n\n`);
    return (await confirm({ message: words().askChange(changes.length), input, output })) === true;
  };
}
