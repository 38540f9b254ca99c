import { installedFonts } from '../base/fonts/font-packages.ts';
import type { Memory } from '../base/memory.ts';
import type { Transcript } from '../content/claims/check-claim.ts';
import {
  readAssets,
  readDiagrams,
  readFonts,
  readRecording,
  readTranscript,
} from '../content/read/assets.ts';
import { withMeasured } from '../content/read/measure-pictures.ts';
import type { ContentFiles } from '../content/read/read.ts';
import { RULES } from '../content/rules/meetup-rules.ts';
import type { Assets } from '../content/summary/asset.ts';
import type { FontFiles } from '../content/summary/meetup.ts';
import { inLook, type OtherLook } from '../content/summary/other-look.ts';
import type { Recording } from '../content/summary/recording.ts';
import { type Validated, validate } from '../content/validate/validate.ts';
import type { Finding } from '../findings/finding.ts';

export interface CheckedContent extends Pick<Validated, 'meetup' | 'complete'> {
  readonly assets: Assets;
  readonly fontFiles: FontFiles;
  /** Null if there is none, or it cannot be read. */
  readonly transcript: Transcript | null;
  /** Null unless event.md has one, and the times of the transcript's lines are known. */
  readonly recording: Recording | null;
  /** About the content alone, without decks; not sorted. */
  readonly findings: readonly Finding[];
}

/**
 * Validates summaries, the meetup as a whole, and the files that they name.
 * @param look instead of the one event.md chooses
 */
export function checkContent(
  root: string,
  content: ContentFiles,
  memory: Memory,
  look: OtherLook | null = null,
): CheckedContent {
  const { meetup: written, people, complete, findings } = validate(content, memory);
  const typed = look ? inLook(written, look) : written;
  const assets = readAssets(root, typed, memory);
  const meetup = withMeasured(typed, assets, memory);
  const diagrams = readDiagrams(meetup, memory);
  const fontFiles = readFonts(root, meetup.event, memory);
  const found = readTranscript(root, meetup.event, memory);
  const fontPackages = installedFonts(root);
  const context = { meetup, people, assets, diagrams, fontFiles, fontPackages, ...found, memory };
  const ofMeetup = RULES.flatMap((rule) => rule(context));
  const { transcript } = found;
  const recording = readRecording(root, meetup.event, memory);
  const all = [...content.findings, ...findings, ...ofMeetup];
  return { meetup, complete, assets, fontFiles, transcript, recording, findings: all };
}
