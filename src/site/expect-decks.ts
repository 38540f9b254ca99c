import * as v from 'valibot';
import type { Project } from '../base/project.ts';
import { signInputs, stampsOf } from '../build/build-record.ts';
import { type Bundler, startBundler } from '../slidev/bundle/start-bundler.ts';

/** What the decks of the last site were made of. */
const RECORD = 'site.json';
const Inputs = v.object({ inputs: v.string() });

export interface ExpectedDecks {
  /** Null where nothing has changed. */
  readonly bundler: Bundler | null;
  /** The decks are made. */
  done(): void;
  /** Ends the process, where there is one. */
  dispose(): Promise<void>;
}

/**
 * Where anything has changed since the last site, lets Slidev load while the meetup is compiled: as a rule a deck has
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
