import type { Project } from '../base/project.ts';
import { signInputs } from './build-record.ts';
import { type Compiled, compile } from './compile.ts';
import { type DecksReport, writeDecks } from './write-decks.ts';

export interface Written {
  /** What is in slides/ now; if nothing was written, why not. */
  readonly compiled: Compiled;
  readonly report: DecksReport;
  /** Signature of its inputs; null if there are newer ones already. */
  readonly signature: string | null;
}

const NOTHING: DecksReport = { written: [], unchanged: [], kept: [], removed: [] };
/** If files keep being saved, the next command or `dev` catches up. */
const MOST_TRIES = 5;

/**
 * Brings slides/ up to date with the current content/. A `talkdeck dev` in the same folder may already have written
 * something saved since `first` was compiled, and would not write it again before the next save: an older deck must not
 * replace it.
 * @param before signature of the inputs, from before `first` was compiled
 * @throws CliError as `compile` and `writeDecks` do
 */
export function writeCurrent(project: Project, before: string, first: Compiled, force = false): Written {
  let [compiled, signature, report, isWritten] = [first, before, NOTHING, false];
  for (let left = MOST_TRIES; left > 0; left -= 1) {
    const now = signInputs(project, null);
    if (now !== signature) {
      const latest = compile(project);
      // Somebody is editing; the last valid decks stay.
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
