import { installedFonts } from '../base/fonts/font-packages.ts';
import type { Memory } from '../base/memory.ts';
import { readAssets, readDiagrams, readFonts, readTranscript } from '../content/read/assets.ts';
import type { ContentFiles } from '../content/read/read.ts';
import { RULES } from '../content/rules/meetup-rules.ts';
import type { Assets } from '../content/summary/asset.ts';
import type { FontFiles } from '../content/summary/meetup.ts';
import { type Validated, validate } from '../content/validate/validate.ts';
import type { Finding } from '../findings/finding.ts';

export interface CheckedContent extends Pick<Validated, 'meetup' | 'complete'> {
  readonly assets: Assets;
  readonly fontFiles: FontFiles;
  /** About the content alone, without decks; not sorted. */
  readonly findings: readonly Finding[];
}

/** Validates summaries, the meetup as a whole, and the files that they name. */
export function checkContent(root: string, content: ContentFiles, memory: Memory): CheckedContent {
  const { meetup, people, complete, findings } = validate(content, memory);
  const assets = readAssets(root, meetup, memory);
  const diagrams = readDiagrams(meetup, memory);
  const fontFiles = readFonts(root, meetup.event, memory);
  const transcript = readTranscript(root, meetup.event, memory);
  const fontPackages = installedFonts(root);
  const context = { meetup, people, assets, diagrams, fontFiles, fontPackages, ...transcript, memory };
  const ofMeetup = RULES.flatMap((rule) => rule(context));
  return { meetup, complete, assets, fontFiles, findings: [...content.findings, ...findings, ...ofMeetup] };
}
