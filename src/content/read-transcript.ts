import { isUtf8 } from 'node:buffer';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { FileReader, type NotRead, whyNotRead } from '../base/read-file.ts';
import { type Memory, NO_MEMORY } from '../memory.ts';
import { parseTranscript, type Transcript } from '../transcript/transcript.ts';
import { CONTENT_FOLDER, transcriptRules } from './content-folder.ts';
import type { Event } from './meetup.ts';

/** Absolute path of the transcript that the event names; null where it names none. */
export function transcriptPath(root: string, { transcript }: Event): string | null {
  return transcript && resolve(root, CONTENT_FOLDER, transcript.path);
}

/** What there is of the transcript that the event names. */
export interface FoundTranscript {
  /** Null where none is named, it is not there, or cannot be read. */
  readonly transcript: Transcript | null;
  /** Why one that is there cannot be read; null where it can. */
  readonly transcriptProblem: string | null;
}

/** Reads the transcript that the event names. */
export function readTranscript(root: string, event: Event, memory: Memory = NO_MEMORY): FoundTranscript {
  const none = { transcript: null, transcriptProblem: null };
  // The way to the meetup's folder is the organiser's own: links on it are no matter.
  const real = realRoot(root);
  const path = transcriptPath(real, event);
  if (path === null) return none;
  const read = new FileReader(memory).read(
    path,
    transcriptRules(real, path),
    `transcript ${path}`,
    (bytes) =>
      isUtf8(bytes)
        ? { ...none, transcript: memory.recall('transcript', bytes.toString('utf8'), parseTranscript) }
        : { ...none, transcriptProblem: 'it is not UTF-8' },
  );
  if (read.state === 'ok') return read.value;
  return read.state === 'missing' ? none : { ...none, transcriptProblem: problem(read) };
}

function realRoot(root: string): string {
  try {
    return realpathSync.native(root);
  } catch {
    return root; // Not there: then the transcript is not either.
  }
}

function problem(not: NotRead): string {
  if (not.state === 'outside') return 'it is a link that leads out of content/';
  return not.state === 'linked' ? `${whyNotRead(not)}; name the file itself` : whyNotRead(not);
}
