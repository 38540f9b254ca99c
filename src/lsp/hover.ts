import type { Hover, Position } from 'vscode-languageserver';
import { scriptOf, termsOf, tokensOf } from '../content/claims/words.ts';
import { type Finding, type FindingCode, toMessage } from '../findings/finding.ts';
import { describe } from './complete.ts';
import { cursorAt } from './cursor.ts';
import { citedSpans, pageOf } from './diagnostics.ts';
import { fieldsWithin } from './fields.ts';
import { exampleOf } from './kind-examples.ts';
import { citationAt } from './mentions.ts';
import type { MeetupState } from './open-meetup.ts';
import { holds, rangeOf } from './places.ts';
import { type RulePages, ruleAt } from './rules-of-event.ts';
import type { EditorWords } from './words.ts';

/** Longer citations are truncated. */
const MOST_LINES = 12;

/**
 * Describes what is at a position: the lines of a citation, a field, a kind of slide, the reason for a finding.
 * @param findings of the file
 */
export function hoverAt(
  state: MeetupState,
  path: string,
  position: Position,
  findings: readonly Finding[],
  { words, pages }: { readonly words: EditorWords; readonly pages: RulePages },
): Hover | null {
  const lines = state.files.get(path)?.text.split('\n') ?? [];
  const line = lines[position.line] ?? '';
  const about = [
    citedLines(state, line, position.character),
    aboutField(path, lines, position, words),
    aboutKind(line, position.character),
    aboutRule(ruleAt(state, path, position), pages),
    ...findings.filter(({ at }) => holds(rangeOf(at), position)).map((each) => aboutFinding(each, words)),
  ].filter((each) => each !== null);
  return about.length === 0 ? null : { contents: { kind: 'markdown', value: about.join('\n\n---\n\n') } };
}

/** The lines, with what they have in common with the statement in bold. */
function citedLines({ transcript, meetup }: MeetupState, line: string, character: number): string | null {
  const cited = citationAt(line, character);
  if (!cited || !transcript) return null;
  const statement = line.slice(0, cited.index);
  const shown = citedSpans(cited.text).flatMap(({ first, last }) =>
    transcript.lines
      .slice(first - 1, last)
      .map((text, index) => `**L${first + index}** ${emphasized(text, statement, meetup.event.lang)}`),
  );
  if (shown.length === 0) return null;
  const more = shown.length > MOST_LINES ? ['\u2026'] : [];
  return [...shown.slice(0, MOST_LINES), ...more].join('\n\n');
}

/** Escaped for Markdown, with terms common to both texts in bold. */
function emphasized(text: string, statement: string, lang: string): string {
  const script = scriptOf(lang);
  const shared = new Set(termsOf(tokensOf(statement, script), script));
  const marked = new Array<boolean>(text.length).fill(false);
  const mark = (index: number, length: number) => marked.fill(true, index, index + length);
  for (const { 0: number, index } of text.matchAll(/\d[\d.,]*/g))
    if (statement.includes(number)) mark(index, number.length);
  for (const { 0: word, index } of text.matchAll(/[A-Za-z][\w-]*/g))
    if (termsOf(tokensOf(word, script), script).some((term) => shared.has(term))) mark(index, word.length);
  if (script === 'zh')
    for (let index = 0; index + 1 < text.length; index += 1)
      if (
        /[\u3400-\u9fff]{2}/.test(text.slice(index, index + 2)) &&
        statement.includes(text.slice(index, index + 2))
      )
        mark(index, 2);
  let shown = '';
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    const isMarked = marked[index] === true;
    const wasMarked = index > 0 && marked[index - 1] === true;
    if (isMarked !== wasMarked) shown += '**';
    shown += /[\\`*_{}[\]<>#+\-!|~]/.test(char) ? `\\${char}` : char;
  }
  return marked[text.length - 1] ? `${shown}**` : shown;
}

function aboutField(
  path: string,
  lines: readonly string[],
  position: Position,
  words: EditorWords,
): string | null {
  const line = lines[position.line] ?? '';
  const [name = ''] = /[\w-]+(?=["']?\s*:)/.exec(line) ?? [];
  const begin = line.indexOf(name);
  if (name === '' || position.character < begin || position.character > begin + name.length) return null;
  const cursor = cursorAt(lines, { line: position.line, character: begin + name.length });
  if (cursor.at !== 'field') return null;
  const field = fieldsWithin(path, cursor.within).get(name);
  return field ? `**${name}** ${describe(field, words)}` : null;
}

function aboutKind(line: string, character: number): string | null {
  const marker = /^#{1,6}\s.*(\{\.([\w-]+)[^}]*\})\s*$/.exec(line);
  const [, braces = '', kind = ''] = marker ?? [];
  if (!marker || character < line.indexOf(braces)) return null;
  return exampleOf(kind);
}

function aboutRule(code: FindingCode | null, pages: RulePages): string | null {
  if (code === null) return null;
  const { title, meaning } = pages(code);
  return `**${title}**\n\n${meaning}\n\n[${code}](${pageOf(code)})`;
}

function aboutFinding(found: Finding, words: EditorWords): string {
  const { why, fix } = toMessage(found);
  return `**${words.why}** ${why}\n\n**${words.fix}** ${fix}\n\n[${found.code}](${pageOf(found.code)})`;
}
