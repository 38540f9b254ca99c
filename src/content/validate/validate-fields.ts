import * as v from 'valibot';
import { closest } from '../../base/closest.ts';
import { type Finding, finding, type Result } from '../../findings/finding.ts';
import { findCitations } from '../parse/citation.ts';
import type { FieldPath, FrontMatter } from '../parse/front-matter.ts';
import { LABEL_NAMES } from '../summary/labels.ts';
import { exampleIn } from '../summary/languages.ts';
import { BREAK_FIELDS, type FieldSchema, PERSON_FIELDS, SPONSOR_FIELDS } from './schema.ts';

/**
 * Front matter according to a schema. Invalid values are reported and become null, or an empty text if the field is
 * required, so that the rest of the summary can still be checked.
 * @param lang of the meetup, for examples
 */
export function validateFields<T extends FieldSchema>(
  file: string,
  schema: T,
  frontMatter: FrontMatter,
  lang = langOf(frontMatter),
): Result<v.InferOutput<T>> {
  const { data } = frontMatter;
  if (!frontMatter.readable) return { value: salvage(schema, {}), findings: [] };
  if (typeof data !== 'object' || Array.isArray(data)) {
    const args = { field: '', expected: expectedAt([]), found: typeName(data) };
    return {
      value: salvage(schema, {}),
      findings: [finding(file, frontMatter.locate([], 'value'), 'wrong-type', args)],
    };
  }
  // Stops at the first failed check of a field, so that it gets one finding.
  const result = v.safeParse(schema, data, { abortPipeEarly: true });
  const misplaced = misplacedCitations(file, frontMatter);
  if (result.success) return { value: result.output, findings: misplaced };
  const issues = result.issues
    .flatMap((issue) => placedIssues(issue, data, []))
    // The schema reports only the first unknown key; checks across fields are skipped if one of them is invalid.
    .filter(
      ({ issue: { expected, type }, path }) =>
        type !== 'partial_check' && (expected !== 'never' || path.length > 1),
    );
  return {
    value: salvage(schema, data),
    findings: [
      ...misplaced,
      ...unknownKeys(file, schema, frontMatter),
      ...issues.map((issue) => toFinding(file, schema, frontMatter, lang, issue)),
    ],
  };
}

interface PlacedIssue {
  readonly issue: v.BaseIssue<unknown>;
  /** From the top. */
  readonly path: FieldPath;
}

/** Resolves an issue; for a person given as a group of fields, into the issues within it. */
function placedIssues(issue: v.BaseIssue<unknown>, data: unknown, above: FieldPath): readonly PlacedIssue[] {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => key as string | number)];
  const value = valueAt(data, path);
  const within = (issue.type === 'union' && isGroup(value) ? (issue.issues ?? []) : []).filter(
    (each) => each.path,
  );
  return within.length > 0 ? within.flatMap((each) => placedIssues(each, data, path)) : [{ issue, path }];
}

function salvage<T extends FieldSchema>(schema: T, data: unknown): v.InferOutput<T> {
  const fields = Object.entries(schema.entries).map(([name, field]: readonly [string, v.GenericSchema]) => {
    const [given, absent] = [valueAt(data, [name]), undefined].map((value) => v.safeParse(field, value));
    return [name, given?.success ? given.output : absent?.success ? absent.output : ''];
  });
  return Object.fromEntries(fields) as v.InferOutput<T>;
}

const CITED: ReadonlySet<string> = new Set(['takeaway', 'facts', 'question']);

/** Reports citations in fields where they are not read and would be shown as typed. */
function misplacedCitations(file: string, frontMatter: FrontMatter): readonly Finding[] {
  return Object.entries(frontMatter.data as object).flatMap(([field, value]: readonly [string, unknown]) => {
    if (CITED.has(field) || typeof value !== 'string') return [];
    const at = frontMatter.locate([field], 'value');
    return findCitations(value).map((text) => finding(file, at, 'citation-misplaced', { text, field }));
  });
}

function unknownKeys(file: string, schema: FieldSchema, frontMatter: FrontMatter): readonly Finding[] {
  const known = Object.keys(schema.entries);
  return Object.keys(frontMatter.data as object)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const suggestion = closest(key, known);
      return finding(file, frontMatter.locate([key], 'key'), 'unknown-key', { key, suggestion, known });
    });
}

function toFinding(
  file: string,
  schema: FieldSchema,
  frontMatter: FrontMatter,
  lang: string,
  { issue, path }: PlacedIssue,
): Finding {
  const field = path.join('.');
  const value = valueAt(frontMatter.data, path);
  const at = frontMatter.locate(path, 'value');
  if (issue.expected === 'never') {
    const key = String(path.at(-1));
    const known = KNOWN_FIELDS[String(path[0])] ?? PERSON_FIELDS;
    const args = { key, suggestion: closest(key, known), known };
    return finding(file, frontMatter.locate(path, 'key'), 'unknown-key', args);
  }
  if (value === undefined) {
    const group = path.length > 1 ? frontMatter.locate(path.slice(0, -1), 'value') : at;
    const args = { field: String(path.at(-1)), example: exampleOf(schema, path, lang) };
    return finding(file, group, 'missing-field', args);
  }
  if (value === null || (typeof value === 'string' && value.trim() === '')) {
    return finding(file, frontMatter.locate(path, 'key'), 'empty-field', { field });
  }
  if (issue.message === 'invalid-date')
    return finding(file, at, 'invalid-date', { field, value: String(value) });
  if (issue.message === 'invalid-time' && typeof value === 'string')
    return finding(file, at, 'invalid-time', { field: String(path.at(-1)), value });
  if (issue.message === 'invalid-lang') return finding(file, at, 'invalid-lang', { value: String(value) });
  if (issue.message === 'invalid-color' && typeof value === 'string') {
    return finding(file, at, 'invalid-color', { field, value });
  }
  if (issue.message === 'not-a-group') {
    const group = path.slice(0, -1);
    const args = {
      field: group.join('.'),
      expected: expectedAt(group),
      found: typeName(valueAt(frontMatter.data, group)),
    };
    return finding(file, frontMatter.locate(group, 'value'), 'wrong-type', args);
  }
  if (issue.message === 'invalid-url' && typeof value === 'string')
    return finding(file, at, 'invalid-url', { value });
  if (issue.message === 'wrong-choice' && typeof value === 'string') {
    const known = choicesOf(issue);
    return finding(file, at, 'wrong-choice', { field, value, known, suggestion: closest(value, known) });
  }
  if (issue.message === 'no-speaker')
    return finding(file, frontMatter.locate(path, 'key'), 'empty-field', { field });
  return finding(file, at, 'wrong-type', { field, expected: expectedAt(path), found: typeName(value) });
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
    data,
  );
}

/** Fields of a group or of a list of groups, by its name. */
const KNOWN_FIELDS: Readonly<Record<string, readonly string[]>> = {
  breaks: BREAK_FIELDS,
  sponsors: SPONSOR_FIELDS,
  people: PERSON_FIELDS,
  speakers: PERSON_FIELDS,
  labels: LABEL_NAMES,
};

/** The values that a `picklist` would have accepted. */
function choicesOf({ expected }: v.BaseIssue<unknown>): readonly string[] {
  return [...(expected ?? '').matchAll(/"([^"]+)"/g)].map(([, choice = '']) => choice);
}

const LISTS: ReadonlySet<unknown> = new Set([
  'facts',
  'accents',
  'glossary',
  'adviceOff',
  'allow',
  'publish',
]);
const PEOPLE: ReadonlySet<unknown> = new Set(['speakers', 'people']);

function expectedAt(path: FieldPath): string {
  if (path.length === 0) return 'fields (name: value)';
  if (path.length === 1 && LISTS.has(path[0])) return 'a list, each text on a line "  - text"';
  if (PEOPLE.has(path[0]) && path.length < 3) {
    const one = 'a name, or fields (name: Ada)';
    return path.length === 1 ? `a list, each item ${one}` : one;
  }
  if (path[0] === 'breaks' && path.length < 3) {
    const one = 'fields (time: 20:00, and title: Coffee)';
    return path.length === 1 ? `a list, each item ${one}` : one;
  }
  if (path[0] === 'sponsors' && path.length < 3) {
    const one = 'fields (name: Acme, and logo: assets/acme.svg)';
    return path.length === 1 ? `a list, each item ${one}` : one;
  }
  if (path.at(-1) === 'links') return 'a group of addresses (slides: https://example.org/slides)';
  if (path[0] === 'labels' && path.length === 1) return 'a group of words (thanks: Thank you)';
  if (path[0] === 'speaker' || path[0] === 'host') return 'one name';
  if (path[0] === 'date') return 'a date (2024-05-31)';
  return path[0] === 'askedTo' && path.length === 1 ? 'a name or a list of names' : 'text';
}

function exampleOf(schema: FieldSchema, path: FieldPath, lang: string): string {
  if (path.length > 1)
    return (
      { time: '20:00', title: exampleIn(lang, ['Coffee', '茶歇']), logo: 'assets/acme.svg' }[
        String(path.at(-1))
      ] ?? 'Ada'
    );
  const entries = schema.entries as Readonly<Record<string, v.GenericSchema>>;
  const field = entries[String(path[0])];
  const examples = field ? (v.getExamples(field) as readonly (string | readonly string[])[]) : [];
  return exampleIn(lang, examples.flat()) ?? '…';
}

/** The language in event.md; English if it has none. */
function langOf({ data }: FrontMatter): string {
  const { lang } = data as { readonly lang?: unknown };
  return typeof lang === 'string' ? lang : 'en';
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a group of fields' : `the text "${shorten(String(value))}"`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
