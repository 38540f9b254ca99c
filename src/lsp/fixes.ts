import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver';
import { fixContent } from '../advice/fix-content.ts';
import { NO_MEMORY } from '../base/memory.ts';
import { checkContent } from '../build/check-content.ts';
import { withTexts } from '../content/read/read.ts';
import { validate } from '../content/validate/validate.ts';
import { type Finding, toMessage } from '../findings/finding.ts';
import { cursorAt } from './cursor.ts';
import type { EvidenceFinder } from './evidence.ts';
import { type MeetupState, summaryOf } from './open-meetup.ts';
import { rangeOf, uriOf } from './places.ts';
import { EVENT_FILE, listFor, turnOff } from './rules-of-event.ts';
import type { EditorWords } from './words.ts';

/** Input of code actions. */
export interface ActionContext {
  readonly root: string;
  readonly state: MeetupState;
  /** Path of the summary, below the root. */
  readonly path: string;
  readonly range: Range;
  /** Findings in the file. */
  readonly findings: readonly Finding[];
  readonly words: EditorWords;
  /** Null if there is no transcript. */
  readonly evidence: EvidenceFinder | null;
  /** Line ending of a file. */
  lineEnd(path: string): string;
}

/** The kind of action that an editor may run on every save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.talkdeck`;

/** Actions at a position of a summary. @param only the requested kinds; undefined for all */
export function actionsAt(context: ActionContext, only?: readonly string[]): CodeAction[] {
  const wants = (kind: string) =>
    only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(context) : []),
    ...(wants(CodeActionKind.RefactorRewrite) ? [...nextSlide(context), ...otherKinds(context)] : []),
    // Examines the whole meetup, so only on request.
    ...(only !== undefined && wants(FIX_ALL) ? fixAll(context) : []),
  ];
}

function quickFixes(context: ActionContext): readonly CodeAction[] {
  const { range, findings } = context;
  const here = findings.filter(({ at }) => at.line - 1 >= range.start.line && at.line - 1 <= range.end.line);
  return [
    ...here.flatMap((found) => [
      ...ownEdits(context, found),
      ...suggested(context, found),
      ...citing(context, found),
    ]),
    ...turningOff(context, here),
  ];
}

/** Turns rules off in event.md; each is offered once, however many findings it has here. */
function turningOff(context: ActionContext, here: readonly Finding[]): readonly CodeAction[] {
  const { state, words, lineEnd } = context;
  const text = state.files.get(EVENT_FILE)?.text;
  const firsts = new Map([...here].reverse().map((found) => [found.code, found]));
  return [...firsts.values()].reverse().flatMap((found): readonly CodeAction[] => {
    const list = listFor(found.code);
    const edit = list && text !== undefined ? turnOff(text, list, found.code, lineEnd(EVENT_FILE)) : null;
    if (!edit) return [];
    const title = list === 'adviceOff' ? words.turnOff(found.code) : words.showAsTyped(found.code);
    return [action({ ...context, path: EVENT_FILE }, title, [edit], found)];
  });
}

function ownEdits(context: ActionContext, found: Finding): readonly CodeAction[] {
  const { edits = [] } = found;
  if (edits.length === 0) return [];
  const changes = edits.map(({ at, text }) => ({ range: rangeOf(at), newText: text }));
  const { fix } = toMessage(found);
  const title = changes.length > 1 ? context.words.inPlaces(fix, changes.length) : fix;
  return [{ ...action(context, title, changes, found), isPreferred: true }];
}

function suggested(context: ActionContext, found: Finding): readonly CodeAction[] {
  const { suggestion = null } = found.args as { readonly suggestion?: string | null };
  if (suggestion === null || (found.edits ?? []).length > 0) return [];
  // A link refers to a heading by an anchor.
  const newText = found.code === 'link-target-missing' ? suggestion.replaceAll(/[\s()]+/g, '-') : suggestion;
  const edit = {
    range: rangeOf(found.at),
    newText: shownSpot(context, found).startsWith('#') ? `#${newText}` : newText,
  };
  return [{ ...action(context, context.words.write(suggestion), [edit], found), isPreferred: true }];
}

function shownSpot({ state, path }: ActionContext, { at }: Finding): string {
  const line = state.files.get(path)?.text.split('\n')[at.line - 1] ?? '';
  return line.slice(at.column - 1, at.column - 1 + at.length);
}

const UNSUPPORTED: ReadonlySet<string> = new Set([
  'no-citation',
  'unsupported-number',
  'unsupported-name',
  'citation-outside',
]);
/** Maximum number of transcript lines to suggest. */
const MOST_LINES = 3;

/** Cites the lines that support a statement, instead of those that do not. */
function citing(context: ActionContext, found: Finding): readonly CodeAction[] {
  const { state, path, evidence, words } = context;
  if (!evidence || !UNSUPPORTED.has(found.code)) return [];
  const index = found.at.line - 1;
  const line = state.files.get(path)?.text.split('\n')[index] ?? '';
  const statement = line.replace(/\s*\[L\d[^\]]*\]\s*$/, '');
  return evidence.best(line, MOST_LINES).map((fit) => {
    const range = {
      start: { line: index, character: statement.trimEnd().length },
      end: { line: index, character: line.length },
    };
    const edit = { range, newText: ` [L${fit.line}]` };
    return action(context, words.cite(fit.line, shortened(fit.text)), [edit], found);
  });
}

/** Inserts `---` before the block at the cursor, which then begins the section's next slide. */
function nextSlide(context: ActionContext): readonly CodeAction[] {
  const { state, path, range, words } = context;
  const summary = summaryOf(state, path);
  const line = range.start.line + 1;
  const lines = summary?.lines ?? [];
  const isBlock = /^(?:[-*+]\s|\d+[.)]\s|[^\s#>|`<{-])/.test(lines[line - 1] ?? '');
  if (!summary || !('sections' in summary) || !isBlock) return [];
  if (cursorAt(lines, range.start).at !== 'text') return [];
  const section = summary.sections.find(({ lines: { first, last } }) => first < line && line <= last);
  const isFirst = section && lines.slice(section.lines.first, line - 1).every((each) => each.trim() === '');
  if (!section || isFirst) return [];
  const start = { line: line - 1, character: 0 };
  const edit = { range: { start, end: start }, newText: '\n---\n\n' };
  return [{ ...action(context, words.nextSlide, [edit]), kind: CodeActionKind.RefactorRewrite }];
}

/** Kinds worth offering: those that the Markdown alone does not select. */
const OFFERED = [
  'bars',
  'line',
  'stacks',
  'stats',
  'timeline',
  'steps',
  'columns',
  'points',
  'table',
] as const;

/** Marks the section at the cursor as any other kind that can show it. */
function otherKinds(context: ActionContext): readonly CodeAction[] {
  const { state, path, range, words } = context;
  const summary = summaryOf(state, path);
  if (!summary || !('sections' in summary)) return [];
  const section = summary.sections.find(({ lines: { first } }) => first === range.start.line + 1);
  const heading = section && (summary.lines[section.lines.first - 1] ?? '');
  if (!section || !heading || !/^#{1,6}\s/.test(heading)) return [];
  const plain = heading.replace(/\s*\{[^}]*\}\s*$/, '');
  return OFFERED.filter((kind) => kind !== section.shape.kind).flatMap((kind) => {
    const newText = `${plain} {.${kind}}`;
    if (!isSound(state, path, section.lines.first, newText)) return [];
    const line = section.lines.first - 1;
    const whole = { start: { line, character: 0 }, end: { line, character: heading.length } };
    const edit = { range: whole, newText };
    return [{ ...action(context, words.showAs(kind), [edit]), kind: CodeActionKind.RefactorRewrite }];
  });
}

/** Whether changing a line's text leaves no error on it. @param line 1-based */
function isSound({ content }: MeetupState, path: string, line: number, text: string): boolean {
  const changed = withTexts(content, (file) => {
    if (file.path !== path) return file.text;
    return file.text
      .split('\n')
      .map((each, index) => (index === line - 1 ? text : each))
      .join('\n');
  });
  const only = { ...changed, talks: changed.talks.filter((file) => file.path === path), exchanges: [] };
  const { findings } = validate(only);
  return !findings.some(
    ({ file, severity, at }) => file === path && severity === 'error' && at.line === line,
  );
}

function fixAll(context: ActionContext): readonly CodeAction[] {
  const { root, state, path, words } = context;
  const fixed = fixContent(state.content, (content) =>
    checkContent(root, content, NO_MEMORY).findings.filter(({ severity }) => severity === 'error'),
  ).find((file) => file.path === path);
  if (!fixed) return [];
  const [before, after] = [fixed.before.split('\n'), fixed.after.split('\n')];
  const edits = before.flatMap((line, index): readonly TextEdit[] => {
    const newText = after[index] ?? '';
    const range = { start: { line: index, character: 0 }, end: { line: index, character: line.length } };
    return line === newText ? [] : [{ range, newText }];
  });
  return [{ ...action(context, words.fixAll, edits), kind: FIX_ALL }];
}

function action(
  { root, path }: ActionContext,
  title: string,
  edits: readonly TextEdit[],
  found: Finding | null = null,
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    edit: { changes: { [uriOf(root, path)]: [...edits] } },
    ...(found
      ? {
          diagnostics: [
            {
              range: rangeOf(found.at),
              code: found.code,
              source: 'talkdeck',
              message: toMessage(found).what,
            },
          ],
        }
      : {}),
  };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}\u2026` : text;
}
