import type { YAMLError } from 'yaml';
import type { Spot } from '../../base/text.ts';
import { type Finding, finding } from '../../findings/finding.ts';

/** A problem reported by the YAML library. */
export interface YamlProblem {
  readonly at: Spot;
  readonly code: YAMLError['code'];
  readonly message: string;
}

/**
 * Findings for invalid YAML. The library names the broken rule where it noticed the problem, and again for each
 * consequence; these findings name the line to fix.
 * @param lines of the file, up to the end of front matter
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
  // `# ` begins a comment in YAML. A heading of level 2 or more means that front matter was not closed.
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
 * `title:foo`, `title：foo` with the colon of a Chinese keyboard, and `title: foo` with a no-break space: to YAML these
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

/** Text at the start of a line that is not a field: usually the rest of the value above. */
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
  // An unclosed bracket is noticed on the following line.
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

/** The value that begins on a line, after a key or a list hyphen. */
function valueOn(
  lines: readonly string[],
  line: number,
): { readonly text: string; readonly column: number } | null {
  const match = /^(\s*(?:-\s+)?[\p{L}\w-]+:\s+|\s*-\s+)(\S.*)$/u.exec(lines[line - 1] ?? '');
  const [, head = '', text = ''] = match ?? [];
  return match && { text: text.trimEnd(), column: head.length + 1 };
}

/** Starts with a YAML indicator, continues after a closing quote, or contains a colon and a space. */
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

/** A key indented too far, on this line, the next one, or the first of all. */
function indentedKey(lines: readonly string[], line: number): Spot | null {
  for (const number of [line, line + 1, 2]) {
    const indent = /^( +)[\p{L}\w-]+:(?:\s|$)/u.exec(lines[number - 1] ?? '')?.[1];
    if (indent !== undefined) return { line: number, column: 1, length: indent.length };
  }
  return null;
}
