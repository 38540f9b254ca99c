import * as v from 'valibot';
import { digestOf } from '../../base/changed.ts';
import type { NewFile } from './new-files.ts';
import { numberedPath } from './new-files.ts';
import { slugKey } from './slug.ts';

/** A file made by an import. `of` identifies its subject independently of its name: `talk 季昕华`, `question L175`. */
export interface ImportedFile {
  readonly of: string;
  readonly text: string;
  /** Path below content/; or a folder and a slug for a file that gets the next number there. */
  readonly place: string | { readonly folder: 'talks' | 'qa'; readonly slug: string };
}

/** The record is in content/, where anybody may have changed it, so it may name only files that imports write. */
const OURS = v.pipe(v.string(), v.regex(/^(?:event\.md|transcript\.\w+|(?:talks|qa)\/[^/\\\0]+\.md)$/));
const recordSchema = v.object({
  files: v.record(OURS, v.object({ of: v.string(), digest: v.string() })),
});
/** What the last import wrote, by path below content/, so that the next one recognizes edits. */
export type ImportRecord = v.InferOutput<typeof recordSchema>['files'];

export interface ImportPlan {
  /** Paths relative to content/. */
  readonly write: readonly NewFile[];
  /** Files of an earlier import, unedited, that nothing corresponds to any more. */
  readonly remove: readonly string[];
  /** Files that a person edited or wrote, with the path of the new version beside each. */
  readonly kept: readonly { readonly path: string; readonly beside: string }[];
  /** Paths by `of`. */
  readonly paths: ReadonlyMap<string, string>;
  readonly record: ImportRecord;
}

/** State of content/ before an import. */
export interface Existing {
  /** Names in talks/ and qa/. */
  readonly names: Readonly<Record<'talks' | 'qa', readonly string[]>>;
  /** Text of a file below content/; null if missing. */
  text(path: string): string | null;
  readonly record: ImportRecord;
}

/**
 * Plans which files an import writes. Files edited by a person are never overwritten: the new version goes beside them,
 * under a name that begins with `_` and is therefore left out of the meetup.
 * @param isFree whether a slug may name a talk
 */
export function planImport(
  files: readonly ImportedFile[],
  existing: Existing,
  isFree: (slug: string) => boolean,
): ImportPlan {
  const before = new Map(Object.entries(existing.record).map(([path, { of }]) => [of, path]));
  const names = { talks: [...existing.names.talks], qa: [...existing.names.qa] };
  const write: NewFile[] = [];
  const kept: { path: string; beside: string }[] = [];
  const paths = new Map<string, string>();
  const record: ImportRecord = {};
  for (const { of, text, place } of files) {
    const path = before.get(of) ?? writtenBefore(place, existing, paths) ?? pathFor(place, names, isFree);
    paths.set(of, path);
    const there = existing.text(path);
    const known = existing.record[path];
    const digest = textDigest(text);
    const isEdited = there !== null && textDigest(there) !== known?.digest && textDigest(there) !== digest;
    record[path] = { of, digest: isEdited ? (known?.digest ?? '') : digest };
    if (!isEdited) write.push({ path, text });
    else if (known?.digest !== digest) {
      const beside = besideOf(path);
      kept.push({ path, beside });
      write.push({ path: beside, text });
    }
  }
  const remove = Object.entries(existing.record)
    .filter(([path, { digest }]) => !(path in record) && textDigest(existing.text(path) ?? '') === digest)
    .map(([path]) => path);
  return { write, remove, kept, paths, record };
}

/** A file that a person wrote on the same subject: one with the same slug and any number. */
function writtenBefore(
  place: ImportedFile['place'],
  { names, record }: Existing,
  paths: ReadonlyMap<string, string>,
): string | null {
  if (typeof place === 'string') return null;
  const { folder, slug } = place;
  const name = names[folder].find((one) => slugKey(slugOf(one)) === slugKey(slug) && !one.startsWith('_'));
  const path = name === undefined ? null : `${folder}/${name}`;
  return path === null || path in record || [...paths.values()].includes(path) ? null : path;
}

function slugOf(name: string): string {
  return name.replace(/^(?:\d+[-_. ]+)?|\.md$/gi, '').toLowerCase();
}

/** The path with the next free number. */
function pathFor(
  place: ImportedFile['place'],
  names: Record<'talks' | 'qa', string[]>,
  isFree: (slug: string) => boolean,
): string {
  if (typeof place === 'string') return place;
  const { folder, slug } = place;
  const taken = new Set(names[folder].map(slugOf));
  const isOpen = (one: string) => !taken.has(one) && (folder === 'qa' || isFree(one));
  const path = numberedPath(folder, names[folder], slug, isOpen);
  names[folder].push(path.slice(folder.length + 1));
  return path;
}

/** `talks/_01-ji-xinhua.new.md` */
function besideOf(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}_${path.slice(at).replace(/(\.[a-z]+)$/, '.new$1')}`;
}

/** Parses a record; empty if missing or damaged. */
export function parseRecord(json: string | null): ImportRecord {
  if (json === null) return {};
  try {
    const result = v.safeParse(recordSchema, JSON.parse(json));
    return result.success ? result.output.files : {};
  } catch {
    return {};
  }
}

/** Line ends changed by version control do not count as an edit. */
export function textDigest(text: string): string {
  return digestOf(text.replaceAll('\r\n', '\n')).slice(0, 16);
}
