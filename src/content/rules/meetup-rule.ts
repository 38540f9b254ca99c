import type { FontPackage } from '../../base/fonts/font-packages.ts';
import type { Memory } from '../../base/memory.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Transcript } from '../claims/check-claim.ts';
import type { Diagrams } from '../read/assets.ts';
import type { Assets } from '../summary/asset.ts';
import type { FontFiles, Meetup } from '../summary/meetup.ts';

export interface RuleContext {
  readonly meetup: Meetup;
  /** People who may be asked and answer; null if not known for certain. */
  readonly people: readonly string[] | null;
  readonly assets: Assets;
  readonly diagrams: Diagrams;
  readonly fontFiles: FontFiles;
  /** Installed packages. */
  readonly fontPackages: readonly FontPackage[];
  /** Null if the event names none, or it is missing or unreadable. */
  readonly transcript: Transcript | null;
  /** Why an existing transcript cannot be read; otherwise null. */
  readonly transcriptProblem: string | null;
  /** For expensive work. */
  readonly memory: Memory;
}

/** Checks the meetup as a whole; pure. */
export type Rule = (context: RuleContext) => readonly Finding[];
