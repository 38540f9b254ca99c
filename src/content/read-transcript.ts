import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Memory, NO_MEMORY } from '../memory.ts';
import { parseTranscript, type Transcript } from '../transcript/transcript.ts';
import type { Event } from './meetup.ts';
import { CONTENT_FOLDER } from './place-of.ts';

/** Absolute path of the transcript that the event names; null where it names none. */
export function transcriptPath(root: string, { transcript }: Event): string | null {
  return transcript && resolve(root, CONTENT_FOLDER, transcript.path);
}

/** The transcript that the event names; null where it names none or the file is not there. */
export function readTranscript(root: string, event: Event, memory: Memory = NO_MEMORY): Transcript | null {
  const path = transcriptPath(root, event);
  if (path === null) return null;
  try {
    return memory.recall('transcript', readFileSync(path, 'utf8'), parseTranscript);
  } catch {
    return null;
  }
}
