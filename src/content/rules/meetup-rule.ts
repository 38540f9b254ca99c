import type { FontPackage } from '../../base/fonts/font-packages.ts';
import type { Memory } from '../../base/memory.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Transcript } from '../claims/check-claim.ts';
import type { Diagrams } from '../read/assets.ts';
import type { Assets } from '../summary/asset.ts';
import type { FontFiles, Meetup } from '../summary/meetup.ts';

export interface RuleContext {
  readonly meetup: Meetup;
  /** Who may be asked and answer; null where that is not known for sure. */
  readonly people: readonly string[] | null;
  readonly assets: Assets;
  readonly diagrams: Diagrams;
  readonly fontFiles: FontFiles;
  /** Those that are installed. */
  readonly fontPackages: readonly FontPackage[];
  /** Null where the event names none, the file is not there, or cannot be read. */
  readonly transcript: Transcript | null;
  /** Why one that is there cannot be read; null where it can. */
  readonly transcriptProblem: string | null;
  /** For what takes long. */
  readonly memory: Memory;
}

/** Looks at the meetup as a whole; pure. */
export type Rule = (context: RuleContext) => readonly Finding[];
