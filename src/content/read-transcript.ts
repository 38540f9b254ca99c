import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Memory, NO_MEMORY } from '../memory.ts';
import { stampAt } from '../stamp-of.ts';
import { parseTranscript, type Transcript } from '../transcript/transcript.ts';
import type { Event } from './meetup.ts';
import { CONTENT_FOLDER } from './place-of.ts';

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
  const path = transcriptPath(root, event);
  const none = { transcript: null, transcriptProblem: null };
  if (path === null) return none;
  try {
    return memory.recall('transcript file', { path, stamp: stampAt(path) }, () => {
      const bytes = readFileSync(path);
      if (!isUtf8(bytes)) return { ...none, transcriptProblem: 'it is not UTF-8' };
      return { ...none, transcript: memory.recall('transcript', bytes.toString('utf8'), parseTranscript) };
    });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    // The message goes on with the call and the path.
    return code === 'ENOENT' ? none : { ...none, transcriptProblem: message.split(',')[0] ?? '' };
  }
}
