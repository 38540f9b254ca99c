import { join } from 'node:path';
import * as v from 'valibot';
import type { Project } from '../base/project.ts';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';
import type { Measured } from '../deck/paginate/measured.ts';
import type { OutputFile } from './output-files.ts';

/**
 * Kept beside the decks, so that it travels with slides/ and every build makes the same decks. After deleting it, the
 * next export measures slides again.
 */
export const MEASURED_FILE = '.measured.json';

/** Typed here rather than in deck/, because an unchanged build loads this module but nothing that makes decks. */
const NOTHING_MEASURED: Measured = {};

/** Limit in pixels by which a slide can exceed its estimate: beyond it no room would be left. */
const MOST = 300;

const Kept = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST)));

/** Measurements of earlier exports; empty if unreadable. */
export function readMeasured({ slidesFolder }: Project): Measured {
  const rules = { place: { within: slidesFolder }, limit: FILE_LIMITS.other } as const;
  const file = readFile(join(slidesFolder, MEASURED_FILE), rules);
  if (file.state !== 'ok') return NOTHING_MEASURED;
  try {
    const kept = v.safeParse(Kept, JSON.parse(file.value.toString('utf8')));
    return kept.success ? kept.output : NOTHING_MEASURED;
  } catch {
    return NOTHING_MEASURED;
  }
}

/** Adds new measurements to known ones; null if there are none, or if they exceed what a slide has room for. */
export function addMeasured(known: Measured, found: Measured): Measured | null {
  const more = Object.entries(found).map(([key, px]) => [key, (known[key] ?? 0) + px] as const);
  const sound = more.filter(([, px]) => px <= MOST);
  return sound.length === 0 ? null : { ...known, ...Object.fromEntries(sound) };
}

/** Measurements of the other slides. */
export function without(known: Measured, keys: readonly string[]): Measured {
  return Object.fromEntries(Object.entries(known).filter(([key]) => !keys.includes(key)));
}

export function measuredFile(measured: Measured): readonly OutputFile[] {
  const entries = Object.entries(measured).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return [];
  return [{ path: MEASURED_FILE, content: `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n` }];
}
