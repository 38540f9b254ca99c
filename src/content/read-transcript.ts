import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readTranscript as parseTranscript, type Transcript } from '../transcript/transcript.ts';
import type { Event } from './meetup.ts';
import { CONTENT_FOLDER } from './read.ts';

/** The transcript that the event names; null where it names none or the file is not there. */
export function readTranscript(root: string, event: Event): Transcript | null {
  if (!event.transcript) return null;
  try {
    return parseTranscript(readFileSync(resolve(root, CONTENT_FOLDER, event.transcript.path), 'utf8'));
  } catch {
    return null;
  }
}
