import type { Assets } from './content/asset.ts';
import type { FontFiles } from './content/font-file.ts';
import type { ContentFiles } from './content/read.ts';
import { readAssets } from './content/read-assets.ts';
import { readFonts } from './content/read-fonts.ts';
import { readTranscript } from './content/read-transcript.ts';
import { RULES } from './content/rules/index.ts';
import { type Validated, validate } from './content/validate.ts';
import type { Finding } from './findings/finding.ts';
import { installedFonts } from './fonts/font-packages.ts';
import type { Memory } from './memory.ts';

export interface CheckedContent extends Pick<Validated, 'meetup' | 'complete'> {
  readonly assets: Assets;
  readonly fontFiles: FontFiles;
  /** Of the content, before there are decks; not sorted. */
  readonly findings: readonly Finding[];
}

/** Validates content that was read, each summary and the meetup as a whole, with the files that it names. */
export function checkContent(root: string, content: ContentFiles, memory: Memory): CheckedContent {
  const { meetup, people, complete, findings } = validate(content, memory);
  const assets = readAssets(root, meetup, memory);
  const fontFiles = readFonts(root, meetup.event, memory);
  const transcript = readTranscript(root, meetup.event, memory);
  const fontPackages = installedFonts(root);
  const context = { meetup, people, assets, fontFiles, fontPackages, ...transcript, memory };
  const ofMeetup = RULES.flatMap((rule) => rule(context));
  return { meetup, complete, assets, fontFiles, findings: [...content.findings, ...findings, ...ofMeetup] };
}
