import type { YAMLError } from 'yaml';
import type { Spot } from '../../base/text.ts';
import { type Finding, finding } from '../../findings/finding.ts';

/** What the YAML library found, and where. */
export interface YamlProblem {
  readonly at: Spot;
  readonly code: YAMLError['code'];
  readonly message: string;
}

/**
 * What is wrong with front matter that is no YAML. The library names the rule that was broken, at the place
 * where it noticed, and once more for each consequence; here the line is named that a person has to mend.
 * @param lines of the file, as far as its front matter goes
 */
export function yamlFindings(
  file: string,
  lines: readonly string[],
  problems: readonly YamlProblem[],
): readonly Finding[] {
  const tabs = problems.filter(({ code }) => code === 'TAB_AS_INDENT');
  if (tabs.length > 0) return tabs.map(({ at }) => finding(file, at, 'yaml-tab', {}));
  const colons = missingBlanks(file, lines);
  if (colons.length > 0) return colons;
  const strays = problems.some(({ code }) => STRAY.has(code)) ? strayLines(file, lines) : [];
  if (strays.length > 0) return strays;
  // `# ` begins a comment in YAML, so a heading is one; below an unclosed head it is the body's first, of level 2.
  if (lines.some((line) => /^#{2,6} /.test(line))) {
    return [finding(file, { line: 1, column: 1, length: 3 }, 'front-matter-unclosed', {})];
  }
  const causes = problems.filter(({ message }) => !message.includes('in YAML stream'));
  const seen = new Set<string>();
  return (causes.length > 0 ? causes : problems)
    .map((problem) => explain(file, lines, problem))
    .filter(({ at, code }) => {
      const key = code === 'duplicate-key' ? `${at.line}:${at.column}` : String(at.line);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

const KEY_WITHOUT_BLANK = /^([\p{L}\w-]+)(\s*)(:(?=[^\s:])|\uFF1A\s*|:[^\S \t]\s*)/u;

/**
 * `title:foo`, `title：foo` with the colon of a Chinese keyboard, and `title: foo` with a no-break blank: to YAML these
 * are text, not fields.
 */
export function missingBlanks(file: string, lines: readonly string[]): readonly Finding[] {
  return lines.flatMap((text, index) => {
    const match = KEY_WITHOUT_BLANK.exec(text);
    if (!match) return [];
    const [head, key = '', gap = '', sign = ''] = match;
    const line = index + 1;
    const found = sign.startsWith('\uFF1A') ? 'wide' : sign.length > 1 ? 'no-break' : 'none';
    const length = found === 'none' ? 1 : sign.length;
    const at = { line, column: head.length - length + 1, length };
    const edit = { at: { line, column: key.length + 1, length: gap.length + sign.length }, text: ': ' };
    // `https://…` would be a field, too.
    return [finding(file, at, 'yaml-colon', { key, found }, found === 'none' ? [] : [edit])];
  });
}

const STRAY: ReadonlySet<YAMLError['code']> = new Set(['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR']);

/** Text at the start of a line that is no field: the rest of a value above, mostly. */
function strayLines(file: string, lines: readonly string[]): readonly Finding[] {
  return lines.flatMap((text, index) =>
    /^[\p{L}\p{N}][^:]*$/u.test(text)
      ? [finding(file, { line: index + 1, column: 1, length: text.trimEnd().length }, 'yaml-stray', {})]
      : [],
  );
}

function explain(file: string, lines: readonly string[], { at, code, message }: YamlProblem): Finding {
  if (code === 'DUPLICATE_KEY') {
    const key = /^[^:]*/.exec(lines[at.line - 1]?.slice(at.column - 1) ?? '')?.[0].trim() ?? '';
    return finding(file, { ...at, length: key.length }, 'duplicate-key', { key });
  }
  if (message.startsWith('Missing closing')) {
    const opening = openQuote(lines);
    if (opening) return finding(file, opening, 'yaml-quote', {});
  }
  // A bracket that is not closed is noticed on the line below.
  const line =
    message.startsWith('Flow') && !valueOn(lines, at.line)?.text.match(/^[[{]/) ? at.line - 1 : at.line;
  const value = valueOn(lines, line);
  if (value && needsQuotes(value.text)) {
    const place = { line, column: value.column, length: value.text.length };
    return finding(file, place, 'yaml-unquoted', { text: value.text });
  }
  const indented = indentedKey(lines, at.line);
  if (indented) return finding(file, indented, 'yaml-indent', {});
  return finding(file, at, 'yaml-syntax', { reason: message.replaceAll(/\s+/g, ' ').trim() });
}

/** The value that begins on a line, behind a key or the hyphen of a list. */
function valueOn(
  lines: readonly string[],
  line: number,
): { readonly text: string; readonly column: number } | null {
  const match = /^(\s*(?:-\s+)?[\p{L}\w-]+:\s+|\s*-\s+)(\S.*)$/u.exec(lines[line - 1] ?? '');
  const [, head = '', text = ''] = match ?? [];
  return match && { text: text.trimEnd(), column: head.length + 1 };
}

/** Begins with a sign of YAML's own, goes on behind a closing quote, or holds a colon and a blank. */
function needsQuotes(text: string): boolean {
  return /^[@`%!&*|>[\]{}"'?,]/.test(text) || /:(?:\s|$)/.test(text);
}

function openQuote(lines: readonly string[]): Spot | null {
  for (const [index, text] of lines.entries()) {
    const match = /^(\s*(?:-\s+)?(?:[\p{L}\w-]+:\s+)?)(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/u.exec(text);
    if (match) return { line: index + 1, column: (match[1]?.length ?? 0) + 1, length: 1 };
  }
  return null;
}

/** A key that stands further to the right than it may, on the line, the next one, or the first of all. */
function indentedKey(lines: readonly string[], line: number): Spot | null {
  for (const number of [line, line + 1, 2]) {
    const indent = /^( +)[\p{L}\w-]+:(?:\s|$)/u.exec(lines[number - 1] ?? '')?.[1];
    if (indent !== undefined) return { line: number, column: 1, length: indent.length };
  }
  return null;
}
