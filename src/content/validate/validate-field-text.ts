import { oneLine } from '../../base/text.ts';
import { applyEdits } from '../../findings/apply-edits.ts';
import { type Edit, type Finding, finding } from '../../findings/finding.ts';
import type { FieldMarkup } from '../../findings/messages/front-matter-messages.ts';
import { type Cut, type FieldMark, marksIn, withoutCuts } from '../parse/field-marks.ts';
import { type FieldPath, type PlacedText, parseFrontMatter } from '../parse/front-matter.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { TEXT_FIELDS } from './schema.ts';

/**
 * Finds Markdown and HTML in fields that are shown: they are plain text, so the audience would see the markup. Each
 * kind is reported once per field.
 */
export function validateFieldText(file: ParsedFile): readonly Finding[] {
  const { readable, data } = file.frontMatter;
  if (!readable) return [];
  const marked = textsIn(data, [])
    .filter(isShown)
    .flatMap((shown) => markupIn(file, shown));
  const all = marked.filter(({ cuts }) => cuts.length > 0);
  // One parse checks all of them; if it fails, a few are tried one by one.
  const sound = new Set(isSound(file, all) ? all : all.slice(0, TRIED).filter((one) => isSound(file, [one])));
  return marked.map((one) => toFinding(file, one, sound.has(one)));
}

/** Limited, because parsing front matter takes time. */
const TRIED = 20;

/** A key or a value. */
interface FieldText {
  readonly path: FieldPath;
  readonly part: 'key' | 'value';
  /** On one line. */
  readonly text: string;
}

function textsIn(value: unknown, path: FieldPath): readonly FieldText[] {
  if (typeof value === 'string') return [{ path, part: 'value', text: oneLine(value) }];
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = [...path, isList ? Number(name) : name];
    return [
      ...(isList ? [] : [{ path: at, part: 'key' as const, text: oneLine(name) }]),
      ...textsIn(inner, at),
    ];
  });
}

/** Whether slides, pages or documents show it. */
function isShown({ path, part }: FieldText): boolean {
  const [name = '', group] = path.filter((step) => typeof step === 'string').reverse();
  if (part === 'key') return group === 'links';
  return group === 'labels' || (group !== 'links' && TEXT_FIELDS.has(name));
}

/** Markup of one kind in a field. */
interface Marked extends FieldText {
  readonly placed: PlacedText | null;
  readonly marks: readonly [FieldMark, ...FieldMark[]];
  /** Edits that leave only the words; none if that would change them. */
  readonly cuts: readonly Cut[];
}

function markupIn({ frontMatter }: ParsedFile, shown: FieldText): readonly Marked[] {
  const { path, part, text } = shown;
  const marks = marksIn(text);
  if (marks.length === 0) return [];
  const placed = frontMatter.textAt(path, part);
  const all = marks.flatMap(({ cuts }) => cuts ?? []);
  // Markup that hides other markup, such as an escaped sign, is left to a person.
  const isClean = marksIn(withoutCuts(text, all)).length === marks.filter(({ cuts }) => cuts === null).length;
  const kinds = new Map<FieldMarkup, [FieldMark, ...FieldMark[]]>();
  for (const mark of marks) {
    const known = kinds.get(mark.meant);
    if (known) known.push(mark);
    else kinds.set(mark.meant, [mark]);
  }
  return [...kinds.values()].map((found) => {
    const cuts = found.flatMap((mark) => mark.cuts ?? []);
    const isFixed = isClean && cuts.every(({ start, end }) => placed?.isOnOneLine(start, end));
    return { ...shown, placed, marks: found, cuts: isFixed ? cuts : [] };
  });
}

function toFinding(
  { source, frontMatter }: ParsedFile,
  { path, part, text, placed, marks, cuts }: Marked,
  isFixed: boolean,
): Finding {
  const [{ meant, start, end, cuts: own }] = marks;
  const inside = own?.map((cut) => ({ ...cut, start: cut.start - start, end: cut.end - start })) ?? [];
  const typed = text.slice(start, end);
  const left = own !== null && isFixed ? withoutCuts(typed, inside).trim() : '';
  const right = left === '' ? null : left;
  const field = (part === 'key' ? path.slice(0, -1) : path).join('.');
  const at = placed?.spot(start, end) ?? frontMatter.locate(path, part);
  const edits = isFixed && placed ? editsOf(placed, cuts) : [];
  return finding(source.path, at, 'markup-in-field', { text: typed, field, meant, right }, edits);
}

/** Whether YAML still reads the texts, without their signs, and everything else as before. */
function isSound({ source, frontMatter }: ParsedFile, marked: readonly Marked[]): boolean {
  const edits = marked.flatMap(({ placed, cuts }) => (placed ? editsOf(placed, cuts) : []));
  const { value, findings } = parseFrontMatter({ ...source, text: applyEdits(source.text, edits) });
  const cutsOf = new Map<string, Cut[]>();
  for (const one of marked) cutsOf.set(keyOf(one), [...(cutsOf.get(keyOf(one)) ?? []), ...one.cuts]);
  const expected = textsIn(frontMatter.data, []).map((each) => {
    const cuts = cutsOf.get(keyOf(each));
    return cuts ? oneLine(withoutCuts(each.text, cuts)) : each.text;
  });
  const found = textsIn(value?.frontMatter.data, []).map(({ text }) => text);
  return findings.length === 0 && found.join('\n') === expected.join('\n');
}

function keyOf({ path, part }: FieldText): string {
  return JSON.stringify([part, ...path]);
}

function editsOf(placed: PlacedText, cuts: readonly Cut[]): readonly Edit[] {
  return cuts.map(({ start, end, text }) => ({ at: placed.spot(start, end), text }));
}
