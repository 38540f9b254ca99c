import type { Position } from 'vscode-languageserver';

/** What is at a position of a summary, as far as completion and hover need to know. */
export type Cursor =
  | {
      readonly at: 'field';
      /** Names of the enclosing groups: `people` for a name in an item of that list. */
      readonly within: readonly string[];
      /** The field's name, as far as typed. */
      readonly name: string;
      /** Null while the name is being typed. */
      readonly value: string | null;
      /** Start of the name or value. */
      readonly from: number;
    }
  | {
      readonly at: 'text';
      /** The line up to the position. */
      readonly before: string;
    }
  | { readonly at: 'code' };

/** Analyses the line at a position, and the lines above it for context. @param lines of the summary */
export function cursorAt(lines: readonly string[], { line, character }: Position): Cursor {
  const end = frontMatterEnd(lines);
  const before = (lines[line] ?? '').slice(0, character);
  if (line > 0 && line < end) return fieldAt(lines, line, before);
  return isInFence(lines, Math.max(end, 0), line) ? { at: 'code' } : { at: 'text', before };
}

/** Index of the line that ends front matter; if there is none, of the first empty line. */
export function frontMatterEnd(lines: readonly string[]): number {
  if (!/^---\s*$/.test(lines[0] ?? '')) return -1;
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  if (end > 0) return end;
  const blank = lines.findIndex((line) => line.trim() === '');
  return blank < 0 ? lines.length : blank;
}

function fieldAt(lines: readonly string[], line: number, before: string): Cursor {
  const [, indent = '', dash = '', rest = ''] = /^(\s*)(-\s+|-$)?(.*)$/.exec(before) ?? [];
  const column = indent.length + dash.length;
  const within = groupsAbove(lines, line, dash === '' ? indent.length : indent.length + 1);
  const [head, name, gap = ''] = /^["']?([\w-]+)["']?\s*:(\s+|$)/.exec(rest) ?? [];
  if (head !== undefined && name !== undefined && gap !== '')
    return { at: 'field', within, name, value: rest.slice(head.length), from: column + head.length };
  if (dash !== '' || within.length === 0 || !/^[\w-]*$/.test(rest)) {
    // An item that is a single value, such as a name.
    const list = within.at(-1);
    if (dash !== '' && list !== undefined)
      return { at: 'field', within: within.slice(0, -1), name: list, value: rest, from: column };
  }
  return { at: 'field', within, name: rest, value: null, from: column };
}

/** Names of the fields opened by the lines above, each less indented than its contents. */
function groupsAbove(lines: readonly string[], line: number, indent: number): readonly string[] {
  const groups: string[] = [];
  let inner = indent;
  for (let index = line - 1; index > 0 && inner > 0; index -= 1) {
    const [, space = '', name] = /^(\s*)["']?([\w-]+)["']?\s*:\s*$/.exec(lines[index] ?? '') ?? [];
    if (name === undefined || space.length >= inner) continue;
    groups.unshift(name);
    inner = space.length;
  }
  return groups;
}

function isInFence(lines: readonly string[], first: number, line: number): boolean {
  let fence: string | null = null;
  for (let index = first; index < line; index += 1) {
    const [, marks] = /^\s{0,3}(`{3,}|~{3,})/.exec(lines[index] ?? '') ?? [];
    if (marks === undefined) continue;
    if (fence === null) fence = marks;
    else if (marks.startsWith(fence)) fence = null;
  }
  return fence !== null;
}
