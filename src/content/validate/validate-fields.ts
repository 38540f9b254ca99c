import * as v from 'valibot';
import { closest } from '../../base/closest.ts';
import { type Finding, finding, type Result } from '../../findings/finding.ts';
import { findCitations } from '../parse/citation.ts';
import type { FieldPath, FrontMatter } from '../parse/front-matter.ts';
import type { FieldSchema } from './schema.ts';

/**
 * Front matter as a schema wants it. What is not so is reported, and stands as null, or as an empty text where
 * the field is required: so the rest of the summary can still be looked at.
 */
export function validateFields<T extends FieldSchema>(
  file: string,
  schema: T,
  frontMatter: FrontMatter,
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
  // One finding for each field: what comes after a check that fails is not looked at.
  const result = v.safeParse(schema, data, { abortPipeEarly: true });
  const misplaced = misplacedCitations(file, frontMatter);
  if (result.success) return { value: result.output, findings: misplaced };
  // The schema stops at the first unknown key.
  const issues = result.issues.filter(({ expected }) => expected !== 'never');
  return {
    value: salvage(schema, data),
    findings: [
      ...misplaced,
      ...unknownKeys(file, schema, frontMatter),
      ...issues.map((issue) => toFinding(file, schema, frontMatter, issue)),
    ],
  };
}

function salvage<T extends FieldSchema>(schema: T, data: unknown): v.InferOutput<T> {
  const fields = Object.entries(schema.entries).map(([name, field]: readonly [string, v.GenericSchema]) => {
    const [given, absent] = [valueAt(data, [name]), undefined].map((value) => v.safeParse(field, value));
    return [name, given?.success ? given.output : absent?.success ? absent.output : ''];
  });
  return Object.fromEntries(fields) as v.InferOutput<T>;
}

const CITED: ReadonlySet<string> = new Set(['takeaway', 'facts', 'question']);

/** A citation where none is read would be shown as it stands. */
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
  issue: v.BaseIssue<unknown>,
): Finding {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const field = path.join('.');
  const value = valueAt(frontMatter.data, path);
  const at = frontMatter.locate(path, 'value');
  if (value === undefined)
    return finding(file, at, 'missing-field', { field, example: exampleOf(schema, path) });
  if (typeof value === 'string' && value.trim() === '') {
    return finding(file, frontMatter.locate(path, 'key'), 'empty-field', { field });
  }
  if (issue.message === 'invalid-date')
    return finding(file, at, 'invalid-date', { field, value: String(value) });
  if (issue.message === 'invalid-lang') return finding(file, at, 'invalid-lang', { value: String(value) });
  if (issue.message === 'invalid-color' && typeof value === 'string') {
    return finding(file, at, 'invalid-color', { field, value });
  }
  if (issue.message === 'wrong-choice' && typeof value === 'string') {
    const known = choicesOf(issue);
    return finding(file, at, 'wrong-choice', { field, value, known, suggestion: closest(value, known) });
  }
  return finding(file, at, 'wrong-type', { field, expected: expectedAt(path), found: typeName(value) });
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
    data,
  );
}

/** What a `picklist` would have let through. */
function choicesOf({ expected }: v.BaseIssue<unknown>): readonly string[] {
  return [...(expected ?? '').matchAll(/"([^"]+)"/g)].map(([, choice = '']) => choice);
}

const LISTS: ReadonlySet<unknown> = new Set(['facts', 'accents', 'glossary', 'adviceOff', 'allow']);

function expectedAt(path: FieldPath): string {
  if (path.length === 0) return 'fields (name: value)';
  if (path.length === 1 && LISTS.has(path[0])) return 'a list, each text on a line "  - text"';
  if (path[0] === 'date') return 'a date (2024-05-31)';
  return path[0] === 'askedTo' && path.length === 1 ? 'a name or a list of names' : 'text';
}

function exampleOf(schema: FieldSchema, path: FieldPath): string {
  const entries = schema.entries as Readonly<Record<string, v.GenericSchema>>;
  const field = entries[String(path[0])];
  const [example = '…'] = field ? (v.getExamples(field) as readonly string[]) : [];
  return example;
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a group of fields' : `the text "${shorten(String(value))}"`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
