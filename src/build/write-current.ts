import type { Project } from '../base/project.ts';
import { signInputs } from './build-record.ts';
import { type Compiled, compile } from './compile.ts';
import { type DecksReport, writeDecks } from './write-decks.ts';

export interface Written {
  /** What is in slides/ now; where nothing was written, why. */
  readonly compiled: Compiled;
  readonly report: DecksReport;
  /** Of what it was made of; null where there is already something newer. */
  readonly signature: string | null;
}

const NOTHING: DecksReport = { written: [], unchanged: [], kept: [], removed: [] };
/** Where something keeps saving, the next command or `dev` goes on. */
const MOST_TRIES = 5;

/**
 * Brings slides/ up to date with content/ as it is now. What was saved since it was compiled, a `talkdeck dev` in the
 * same folder may have written already, and it does not look again until the next save: an older deck in its place
 * would stay there.
 * @param before signature of what was compiled, from before that
 * @throws CliError as compile and writeDecks do
 */
export function writeCurrent(project: Project, before: string, first: Compiled, force = false): Written {
  let [compiled, signature, report, isWritten] = [first, before, NOTHING, false];
  for (let left = MOST_TRIES; left > 0; left -= 1) {
    const now = signInputs(project, null);
    if (now !== signature) {
      const latest = compile(project);
      // Somebody is about to mend it; what was sound stays.
      if (!latest.value) return { compiled: isWritten ? compiled : latest, report, signature: null };
      [compiled, signature] = [latest, now];
    } else if (isWritten) {
      return { compiled, report, signature };
    }
    if (!compiled.value) break;
    report = both(report, writeDecks(project.slidesFolder, compiled.value.files, force));
    isWritten = true;
  }
  return { compiled, report, signature: null };
}

function both(a: DecksReport, b: DecksReport): DecksReport {
  return {
    written: [...new Set([...a.written, ...b.written])],
    unchanged: b.unchanged.filter((path) => !a.written.includes(path)),
    kept: [...a.kept, ...b.kept],
    removed: [...new Set([...a.removed, ...b.removed])],
  };
}
