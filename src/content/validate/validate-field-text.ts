import { oneLine } from '../../base/text.ts';
import { type Edit, type Finding, finding } from '../../findings/finding.ts';
import type { FieldMarkup } from '../../findings/messages/front-matter-messages.ts';
import { type Cut, type FieldMark, marksIn, withoutCuts } from '../parse/field-marks.ts';
import { type FieldPath, type PlacedText, parseFrontMatter } from '../parse/front-matter.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { TEXT_FIELDS } from './schema.ts';

/**
 * Finds Markdown and HTML in the fields that are shown: they are plain text, so that the audience would see its signs.
 * Each kind is reported once per field.
 */
export function validateFieldText(file: ParsedFile): readonly Finding[] {
  const { readable, data } = file.frontMatter;
  return readable
    ? textsIn(data, [])
        .filter(isShown)
        .flatMap((shown) => markupIn(file, shown))
    : [];
}

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

function markupIn(file: ParsedFile, shown: FieldText): readonly Finding[] {
  const { source, frontMatter } = file;
  const { path, part, text } = shown;
  const marks = marksIn(text);
  if (marks.length === 0) return [];
  const placed = frontMatter.textAt(path, part);
  const all = marks.flatMap(({ cuts }) => cuts ?? []);
  // What hides other markup, such as an escaped sign, is left to a person.
  const isClean = marksIn(withoutCuts(text, all)).length === marks.filter(({ cuts }) => cuts === null).length;
  const kinds = new Map<FieldMarkup, FieldMark[]>();
  for (const mark of marks) kinds.set(mark.meant, [...(kinds.get(mark.meant) ?? []), mark]);
  return [...kinds].map(([meant, found]) => {
    const [{ start, end, cuts } = { start: 0, end: 0, cuts: null }] = found;
    const ofKind = found.flatMap((mark) => mark.cuts ?? []);
    const edits = placed && isClean && ofKind.length > 0 ? editsFor(file, shown, placed, ofKind) : [];
    const inside = cuts?.map((cut) => ({ ...cut, start: cut.start - start, end: cut.end - start })) ?? [];
    const typed = text.slice(start, end);
    const left = cuts === null || edits.length === 0 ? '' : withoutCuts(typed, inside).trim();
    const right = left === '' ? null : left;
    const field = (part === 'key' ? path.slice(0, -1) : path).join('.');
    const at = placed?.spot(start, end) ?? frontMatter.locate(path, part);
    return finding(source.path, at, 'markup-in-field', { text: typed, field, meant, right }, edits);
  });
}

/** None where YAML would not read the text without the signs afterwards, and all else as before. */
function editsFor(
  { source, lines, frontMatter }: ParsedFile,
  shown: FieldText,
  placed: PlacedText,
  cuts: readonly Cut[],
): readonly Edit[] {
  if (!cuts.every(({ start, end }) => placed.isOnOneLine(start, end))) return [];
  const edits = cuts.map(({ start, end, text }) => ({ at: placed.spot(start, end), text }));
  const { value, findings } = parseFrontMatter({ ...source, text: applied(lines, edits) });
  const isShownText = ({ path, part }: FieldText) =>
    part === shown.part && path.join('\n') === shown.path.join('\n');
  const expected = textsIn(frontMatter.data, []).map((each) =>
    isShownText(each) ? oneLine(withoutCuts(shown.text, cuts)) : each.text,
  );
  const found = textsIn(value?.frontMatter.data, []).map(({ text }) => text);
  return findings.length === 0 && found.join('\n') === expected.join('\n') ? edits : [];
}

function applied(lines: readonly string[], edits: readonly Edit[]): string {
  const changed = [...lines];
  for (const { at, text } of [...edits].sort((a, b) => b.at.column - a.at.column)) {
    const line = changed[at.line - 1] ?? '';
    changed[at.line - 1] = line.slice(0, at.column - 1) + text + line.slice(at.column - 1 + at.length);
  }
  return changed.join('\n');
}
