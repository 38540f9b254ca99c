import type { DocumentLink, Location, Position, Range, TextEdit } from 'vscode-languageserver';
import { type FrontMatter, parseFrontMatter } from '../content/parse/front-matter.ts';
import { ADVICE_NAMES, type FindingCode } from '../findings/finding.ts';
import { ALLOWED_CODES } from '../findings/messages/foreign-messages.ts';
import { pageOf } from './diagnostics.ts';
import type { MeetupState } from './open-meetup.ts';
import { holds, rangeOf } from './places.ts';

/** The summary that turns rules off for the whole meetup. */
export const EVENT_FILE = 'content/event.md';

/** Its lists of rules: unwanted advice, and markup to show as typed. */
export type RuleList = 'adviceOff' | 'allow';
const RULES: Readonly<Record<RuleList, readonly FindingCode[]>> = {
  adviceOff: ADVICE_NAMES,
  allow: ALLOWED_CODES,
};
const LISTS = Object.keys(RULES) as readonly RuleList[];

/** The rules that a list may name. */
export function rulesFor(list: RuleList): readonly FindingCode[] {
  return RULES[list];
}

/** The list that turns a finding off; null if none does. */
export function listFor(code: FindingCode): RuleList | null {
  return LISTS.find((list) => RULES[list].includes(code)) ?? null;
}

/** The content of a finding's page, in the language of the editor. */
export type RulePages = (code: FindingCode) => {
  readonly title: string;
  /** Markdown. */
  readonly meaning: string;
};

interface NamedRule {
  readonly code: FindingCode;
  readonly range: Range;
}

/** The rules in event.md, each as a link to its page. */
export function ruleLinks(state: MeetupState, path: string): DocumentLink[] {
  return rulesNamed(state, path).map(({ code, range }) => ({ range, target: pageOf(code) }));
}

/** The rule whose name is at a position. */
export function ruleAt(state: MeetupState, path: string, position: Position): FindingCode | null {
  return rulesNamed(state, path).find(({ range }) => holds(range, position))?.code ?? null;
}

/** The page of the rule whose name is at a position. */
export function rulePageAt(state: MeetupState, path: string, position: Position): Location[] {
  const code = ruleAt(state, path, position);
  const start = { line: 0, character: 0 };
  return code === null ? [] : [{ uri: pageOf(code), range: { start, end: start } }];
}

function rulesNamed({ files }: MeetupState, path: string): readonly NamedRule[] {
  const file = path === EVENT_FILE ? files.get(path) : undefined;
  const frontMatter = file && parseFrontMatter(file).value?.frontMatter;
  if (!frontMatter) return [];
  return LISTS.flatMap((list) =>
    namesIn(frontMatter, list).flatMap((name, index) => {
      const code = RULES[list].find((each) => each === name);
      return code ? [{ code, range: rangeOf(frontMatter.locate([list, index], 'value')) }] : [];
    }),
  );
}

/** Empty if there is no list. */
function namesIn({ data }: FrontMatter, list: RuleList): readonly unknown[] {
  const value = (data as Readonly<Record<string, unknown>> | null)?.[list];
  return Array.isArray(value) ? value : [];
}

/**
 * The edit that adds a rule to a list in event.md, or adds the list. Comments and everything else stay.
 * @param text with LF line ends
 * @param lineEnd of a new line
 * @returns null if the front matter is unreadable, or has something else there
 */
export function turnOff(text: string, list: RuleList, code: FindingCode, lineEnd: string): TextEdit | null {
  const frontMatter = parseFrontMatter({ path: EVENT_FILE, text }).value?.frontMatter;
  if (!frontMatter?.readable || namesIn(frontMatter, list).includes(code)) return null;
  const edit = addition(text.split('\n'), frontMatter, list, code, lineEnd);
  return edit && isTurnedOff(text, edit, list, code) ? edit : null;
}

function addition(
  lines: readonly string[],
  frontMatter: FrontMatter,
  list: RuleList,
  code: string,
  lineEnd: string,
): TextEdit | null {
  const last = namesIn(frontMatter, list).length - 1;
  if (last >= 0) {
    const { line, column, length } = frontMatter.locate([list, last], 'value');
    const typed = lines[line - 1] ?? '';
    const [dash] = /^\s*-\s+/.exec(typed.slice(0, column - 1)) ?? [];
    const at = { line: line - 1, character: dash === undefined ? column - 1 + length : typed.length };
    return insertion(at, dash === undefined ? `, ${code}` : `${lineEnd}${dash}${code}`);
  }
  if (!frontMatter.has([list])) {
    const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
    return insertion({ line: end, character: 0 }, `${list}: [${code}]${lineEnd}`);
  }
  const line = frontMatter.locate([list], 'key').line - 1;
  const [, head, empty = ''] =
    /^([^:]*:)([ \t]*(?:null|Null|NULL|~|\[[ \t]*\])?)(?=\s*$|\s+#)/.exec(lines[line] ?? '') ?? [];
  if (head === undefined) return null;
  const start = { line, character: head.length };
  return { range: { start, end: { line, character: head.length + empty.length } }, newText: ` [${code}]` };
}

function insertion(at: Position, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

/** Whether YAML reads the list with the rule and all its others after the edit. */
function isTurnedOff(text: string, { range, newText }: TextEdit, list: RuleList, code: string): boolean {
  const lines = text.split('\n');
  const { start, end } = range;
  const line = lines[start.line] ?? '';
  lines[start.line] = line.slice(0, start.character) + newText + line.slice(end.character);
  const after = parseFrontMatter({ path: EVENT_FILE, text: lines.join('\n').replaceAll('\r', '') });
  const before = parseFrontMatter({ path: EVENT_FILE, text }).value?.frontMatter;
  const data = (found: FrontMatter | undefined) => (found?.data ?? {}) as Readonly<Record<string, unknown>>;
  const expected = { ...data(before), [list]: [...(before ? namesIn(before, list) : []), code] };
  const found = data(after.value?.frontMatter);
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return names.every(
    (name) => JSON.stringify(found[name]) === JSON.stringify((expected as typeof found)[name]),
  );
}
