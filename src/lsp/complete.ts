import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type CompletionItem, CompletionItemKind, type Position, type Range } from 'vscode-languageserver';
import { SECTION_KINDS, SHORT_MARKERS } from '../content/kinds/shapes.ts';
import { isVideo } from '../content/summary/asset.ts';
import { plainText } from '../content/summary/markup.ts';
import { PUBLISHABLE, profilesOf } from '../content/summary/meetup.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import type { EvidenceFinder } from './evidence.ts';
import { type Field, fieldsWithin } from './fields.ts';
import { exampleOf } from './kind-examples.ts';
import { type MeetupState, summaryOf } from './open-meetup.ts';
import { uriOf } from './places.ts';
import { type RulePages, rulesFor } from './rules-of-event.ts';
import type { EditorWords } from './words.ts';

/** Input of completion. */
export interface CompletionContext {
  readonly root: string;
  readonly state: MeetupState;
  /** Path of the summary, below the root. */
  readonly path: string;
  readonly position: Position;
  readonly words: EditorWords;
  readonly pages: RulePages;
  /** Null if there is no transcript. */
  readonly evidence: EvidenceFinder | null;
}

/** Completions at a position of a summary. */
export function completionsAt(context: CompletionContext): CompletionItem[] {
  const { state, path, position } = context;
  const lines = state.files.get(path)?.text.split('\n') ?? [];
  const cursor = cursorAt(lines, position);
  if (cursor.at === 'field') return ofField(context, cursor, lines);
  return cursor.at === 'text' ? ofText(context, cursor.before) : [];
}

/** Files for completion of pictures and videos. */
const MEDIA = /\.(?:png|jpe?g|gif|webp|avif|svg|webm|mp4)$/i;
/** Longer lists, and deeper folders, are not a meetup's assets. */
const MOST_FILES = 500;

function ofField(
  context: CompletionContext,
  { within, name, value, from }: Extract<Cursor, { at: 'field' }>,
  lines: readonly string[],
): CompletionItem[] {
  const { path, position, words } = context;
  const fields = fieldsWithin(path, within);
  // In a list in brackets, the last value is being typed.
  const [others = ''] = /^\[(?:[^\]]*,)?\s*/.exec(value ?? '') ?? [];
  const range: Range = { start: { line: position.line, character: from + others.length }, end: position };
  const given = new Set(others.split(/[[\],]/).map((each) => each.trim().replace(/^(["'])(.*)\1$/, '$2')));
  if (value === null) {
    const taken = new Set(
      within.length > 0 ? [] : lines.flatMap((line) => /^([\w-]+)\s*:/.exec(line)?.[1] ?? []),
    );
    return [...fields]
      .filter(([key]) => key === name || !taken.has(key))
      .map(([key, field]) => ({
        label: key,
        kind: CompletionItemKind.Field,
        documentation: { kind: 'markdown', value: describe(field, words) },
        textEdit: { range, newText: field.inner.size > 0 ? `${key}:` : `${key}: ` },
      }));
  }
  const field = fields.get(name);
  const items = [...valuesOf(context, name), ...(field?.choices ?? []).map((text) => ({ text }))];
  const seen = new Set<string>();
  return items.flatMap(({ text, detail, isColor, isFile }: Value) => {
    if (seen.has(text) || given.has(text)) return [];
    seen.add(text);
    return [
      {
        label: text,
        ...(detail === undefined ? {} : { detail }),
        kind: isColor ? CompletionItemKind.Color : CompletionItemKind.Value,
        // Editors show a swatch of a colour in the documentation.
        ...(isColor ? { documentation: text } : {}),
        ...(isFile ? pictured(context.root, context.path, text) : {}),
        filterText: yamlText(text),
        textEdit: { range, newText: yamlText(text) },
      },
    ];
  });
}

interface Value {
  readonly text: string;
  readonly detail?: string;
  readonly isColor?: true;
  /** Whether it is a picture below content/. */
  readonly isFile?: true;
}

/** Values from the meetup itself. */
function valuesOf({ root, state, path, words, pages }: CompletionContext, field: string): readonly Value[] {
  const { event, exchanges } = state.meetup;
  switch (field) {
    case 'askedBy':
    case 'askedTo':
    case 'host':
    case 'speaker':
    case 'speakers':
      return peopleOf(state, words);
    case 'topic':
      return [...new Set(exchanges.map(({ topic }) => topic))].filter(Boolean).map((text) => ({ text }));
    case 'accent':
    case 'accents':
    case 'paper':
    case 'ink':
      return PALETTE.map((text) => ({ text, isColor: true as const }));
    case 'adviceOff':
    case 'allow':
      return rulesFor(field).map((text) => ({ text, detail: pages(text).title }));
    case 'publish':
      return PUBLISHABLE.map((text) => ({ text }));
    case 'portrait':
    case 'logo':
    case 'logoDark':
    case 'cover':
      return mediaBelow(root, path)
        .filter((file) => !isVideo(file))
        .map((text) => ({ text, isFile: true as const }));
    case 'lang':
      return [event.lang, ...LANGUAGES].filter(Boolean).map((text) => ({ text }));
    case 'source':
      return listed(join(root, 'content'), 0)
        .filter((file) => /\.(?:txt|md)$/i.test(file) && !/^(?:talks|qa)\/|^event\.md$/.test(file))
        .map((text) => ({ text }));
    default:
      return [];
  }
}

/** Languages whose decks need no labels in event.md. */
const LANGUAGES = ['zh-CN', 'zh-TW', 'zh-HK', 'en', 'ja', 'ko', 'de', 'fr', 'es', 'pt'];

/** The first colours of the built-in theme's speakers. */
const PALETTE = ['#0b5cad', '#b8324f', '#075811', '#6a0092', '#7f6612', '#5716ef'];

function peopleOf({ meetup }: MeetupState, words: EditorWords): readonly Value[] {
  const { event, talks } = meetup;
  const speakers = new Set(talks.flatMap((talk) => talk.speakers.map(({ name }) => name)));
  const named = profilesOf({ event, talks })
    .map(({ profile: { name } }) => ({
      text: name,
      detail: speakers.has(name) ? words.speaker : words.guest,
    }))
    .filter(({ text }) => text !== '');
  return event.host === null ? named : [...named, { text: event.host, detail: words.host }];
}

function ofText(context: CompletionContext, before: string): CompletionItem[] {
  const { root, state, path, position, words, evidence } = context;
  const since = (character: number): Range => ({ start: { ...position, character }, end: position });

  const marker = /^#{1,6}\s.*\{\.?([\w-]*)$/.exec(before);
  if (marker) {
    const begin = before.lastIndexOf('{');
    return [...SECTION_KINDS, ...Object.keys(SHORT_MARKERS)].map((kind) => ({
      label: `{.${kind}}`,
      kind: CompletionItemKind.EnumMember,
      ...documented(exampleOf(kind)),
      filterText: `{.${kind}`,
      textEdit: { range: since(begin), newText: `{.${kind}}` },
    }));
  }

  const address = /(!?)\[[^\]]*\]\(([^)\s]*)$/.exec(before);
  if (address) {
    const [, isImage = '', typed = ''] = address;
    const range = since(before.length - typed.length);
    const files = mediaBelow(root, path).map(
      (file): CompletionItem => ({
        label: file,
        kind: CompletionItemKind.File,
        ...pictured(root, path, file),
        textEdit: { range, newText: encodeURI(file) },
      }),
    );
    return isImage === '' ? [...headingLinks(context, range), ...files] : files;
  }

  const cited = /\[L?(\d*)$/.exec(before);
  if (cited && evidence && !before.endsWith('![')) {
    return evidence.best(before.slice(0, cited.index), MOST_LINES).map(({ line, text }, index) => ({
      label: `[L${line}]`,
      detail: text,
      documentation: text,
      kind: CompletionItemKind.Reference,
      sortText: String(index).padStart(2, '0'),
      filterText: before.slice(cited.index),
      textEdit: { range: since(cited.index), newText: `[L${line}]` },
    }));
  }

  const answer = path.startsWith('content/qa/') ? /^###\s+(.*)$/.exec(before) : null;
  if (!answer) return [];
  return peopleOf(state, words).map(({ text, detail }) => ({
    label: text,
    ...(detail === undefined ? {} : { detail }),
    kind: CompletionItemKind.Value,
    textEdit: { range: since(before.length - (answer[1] ?? '').length), newText: text },
  }));
}

/** Maximum number of transcript lines to suggest. */
const MOST_LINES = 8;

function headingLinks({ state, path }: CompletionContext, range: Range): readonly CompletionItem[] {
  const summary = summaryOf(state, path);
  if (!summary || !('sections' in summary)) return [];
  return summary.sections
    .filter(({ isContinued, isOpening }) => !isContinued && !isOpening)
    .map(({ title }) => plainText(title.inlines))
    .map((title) => ({
      label: `#${title}`,
      kind: CompletionItemKind.Reference,
      textEdit: { range, newText: `#${title.replaceAll(/[\s()]+/g, '-')}` },
    }));
}

function documented(value: string | null): Pick<CompletionItem, 'documentation'> {
  return value === null ? {} : { documentation: { kind: 'markdown', value } };
}

/** A picture for editors to show beside the list. They have no folder to resolve its address against. */
function pictured(root: string, path: string, file: string): Pick<CompletionItem, 'documentation'> {
  const { href } = new URL(encodeURI(file), uriOf(root, path));
  return isVideo(file) ? {} : documented(`![](${href})`);
}

/** Describes a field, for completion and hover. */
export function describe({ description, examples, choices }: Field, words: EditorWords): string {
  const shown = choices.length > 0 ? choices : examples;
  const list = shown.map((each) => `\`${each}\``).join(', ');
  return list === '' ? description : `${description}\n\n${words.examples}: ${list}`;
}

/** A text as a YAML value. */
function yamlText(text: string): string {
  return /^[\p{L}\p{N}./][^#:"]*$/u.test(text) && text.trim() === text ? text : JSON.stringify(text);
}

/** Pictures and videos below content/, relative to a summary. */
function mediaBelow(root: string, path: string): readonly string[] {
  const folder = posix.dirname(path);
  return listed(join(root, 'content'), 0)
    .filter((file) => MEDIA.test(file))
    .map((file) => posix.relative(folder, posix.join('content', file)));
}

/** Files of a folder and three levels below, with forward slashes. */
function listed(folder: string, depth: number): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry): readonly string[] => {
        if (entry.isFile()) return [entry.name];
        if (!entry.isDirectory() || depth >= 3) return [];
        return listed(join(folder, entry.name), depth + 1).map((file) => `${entry.name}/${file}`);
      })
      .slice(0, MOST_FILES);
  } catch {
    return [];
  }
}
