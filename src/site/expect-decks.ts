import * as v from 'valibot';
import type { Project } from '../base/project.ts';
import { signInputs, stampsOf } from '../build/build-record.ts';
import { type Bundler, startBundler } from '../slidev/bundle/start-bundler.ts';

/** Records what the decks of the last site were made of. */
const RECORD = 'site.json';
const Inputs = v.object({ inputs: v.string() });

export interface ExpectedDecks {
  /** Null if nothing has changed. */
  readonly bundler: Bundler | null;
  /** Call it when the decks are built. */
  done(): void;
  /** Ends the process, if there is one. */
  dispose(): Promise<void>;
}

/**
 * If anything has changed since the last site, starts loading Slidev while the meetup is compiled: usually a deck has
 * changed, too.
 */
export function expectDecks(project: Project): ExpectedDecks {
  const inputs = signInputs(project, null);
  const bundler = stampsOf(project).getJson(RECORD, Inputs)?.inputs === inputs ? null : startBundler();
  return {
    bundler,
    done: () => stampsOf(project).putJson(RECORD, { inputs }),
    dispose: async () => bundler?.dispose(),
  };
}
