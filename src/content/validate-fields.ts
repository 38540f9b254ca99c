import type { z } from 'zod';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { closest } from './closest.ts';
import type { FieldPath, FrontMatter } from './parse-front-matter.ts';

/** Front matter as a schema wants it; null, with findings, where it is not. */
export function validateFields<T extends z.ZodObject>(
  file: string,
  schema: T,
  frontMatter: FrontMatter,
  diagnostics: Diagnostic[],
): z.output<T> | null {
  const result = schema.safeParse(frontMatter.data);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    diagnostics.push(...toDiagnostics(file, schema, frontMatter, issue));
  }
  return null;
}

type Issue = z.core.$ZodIssue;

function toDiagnostics(
  file: string,
  schema: z.ZodObject,
  frontMatter: FrontMatter,
  issue: Issue,
): readonly Diagnostic[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const field = path.join('.');
  const value = valueAt(frontMatter.data, path);
  const at = frontMatter.locate(path, 'value');

  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(schema.shape);
    return issue.keys.map((key) =>
      error(file, frontMatter.locate([...path, key], 'key'), 'unknown-key', {
        key,
        suggestion: closest(key, known),
        known,
      }),
    );
  }
  if (value === undefined) {
    return [error(file, at, 'missing-field', { field, example: exampleOf(schema, path) })];
  }
  if (value === null || (typeof value === 'string' && value.trim() === '')) {
    return [error(file, frontMatter.locate(path, 'key'), 'empty-field', { field })];
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') {
    return [error(file, at, 'invalid-date', { field, value: String(value) })];
  }
  if (issue.code === 'custom' && issue.params?.code === 'invalid-lang') {
    return [error(file, at, 'invalid-lang', { value: String(value) })];
  }
  return [error(file, at, 'wrong-type', { field, expected: expectedAt(path), found: typeName(value) })];
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
    data,
  );
}

const LISTS: ReadonlySet<unknown> = new Set(['facts']);

function expectedAt(path: FieldPath): string {
  if (path.length === 0) return 'fields (name: value)';
  if (path.length === 1 && LISTS.has(path[0])) return 'a list of texts';
  if (path[0] === 'date') return 'a date (2024-05-31)';
  return path[0] === 'askedTo' && path.length === 1 ? 'a name or a list of names' : 'text';
}

function exampleOf(schema: z.ZodObject, path: FieldPath): string {
  const field = schema.shape[String(path[0])] as z.ZodType | undefined;
  const [example = '…'] = (field?.meta()?.examples as readonly string[] | undefined) ?? [];
  return example;
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a group of fields' : `${typeof value} ${String(value)}`;
}
