import type { Location, Position, WorkspaceEdit } from 'vscode-languageserver';
import type { Spot } from '../base/text.ts';
import { plainText } from '../content/summary/markup.ts';
import { type Meetup, namedIn, profilesOf } from '../content/summary/meetup.ts';
import { foldTitle } from '../content/summary/section.ts';
import { findSpot } from '../content/summary/source-file.ts';
import { fieldLines } from '../content/summary/spots.ts';
import { citedSpans } from './diagnostics.ts';
import { type MeetupState, summaryOf } from './open-meetup.ts';
import { holds, rangeOf, rangeOfLines, uriOf } from './places.ts';

/** A place that names a person or a topic. */
interface Mention {
  readonly kind: 'person' | 'topic';
  readonly name: string;
  /** Path below the root. */
  readonly file: string;
  /** Position of just the name. */
  readonly at: Spot;
  /** Whether it describes the person. */
  readonly isDefinition: boolean;
}

/** Where a person is described, a citation's lines are, or a link's heading is. */
export function definitionAt(root: string, state: MeetupState, path: string, position: Position): Location[] {
  const line = state.files.get(path)?.text.split('\n')[position.line] ?? '';
  const cited = citationAt(line, position.character);
  if (cited && state.transcript) {
    const { lines, path: transcript } = state.transcript;
    return citedSpans(cited.text)
      .filter(({ first, last }) => first >= 1 && last <= lines.length)
      .map((span) => ({ uri: uriOf(root, transcript), range: rangeOfLines(lines, span) }));
  }
  const heading = headingOfLink(state, path, line, position.character);
  if (heading !== null) {
    const range = rangeOf({ line: heading, column: 1, length: 0 });
    return [{ uri: uriOf(root, path), range }];
  }
  const { mention, others } = mentionsLike(state, path, position);
  const described = others.filter(({ isDefinition }) => isDefinition);
  return (described.length > 0 ? described : mention ? [mention] : []).map(locationIn(root));
}

export function referencesAt(root: string, state: MeetupState, path: string, position: Position): Location[] {
  return mentionsLike(state, path, position).others.map(locationIn(root));
}

/** The name at a position that can be renamed everywhere; null if there is none. */
export function nameAt(state: MeetupState, path: string, position: Position): Mention | null {
  return mentionsLike(state, path, position).mention;
}

/** Whether a name needs no quotes in front matter, and no escapes in a heading. */
export function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}][^\r\n"':#[\]{}<>*_`\\|&]*$/u.test(name) && name.trim() === name;
}

/** Renames a person or a topic in all summaries; null if there is no name at the position. */
export function renameAt(
  root: string,
  state: MeetupState,
  path: string,
  position: Position,
  newText: string,
): WorkspaceEdit | null {
  const { mention, others } = mentionsLike(state, path, position);
  if (!mention) return null;
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const { file, at } of others) {
    const uri = uriOf(root, file);
    changes[uri] = [...(changes[uri] ?? []), { range: rangeOf(at), newText }];
  }
  return { changes };
}

/** The citation at a column of a line, 0-based. */
export function citationAt(
  line: string,
  character: number,
): { readonly text: string; readonly index: number } | null {
  for (const { 0: text, index } of line.matchAll(/\[L\d[^\]]*\]/g))
    if (character >= index && character <= index + text.length) return { text, index };
  return null;
}

function mentionsLike(state: MeetupState, path: string, position: Position) {
  const all = mentionsIn(state.meetup).filter((each) => isThere(state, each));
  const mention = all.find(({ file, at }) => file === path && holds(rangeOf(at), position)) ?? null;
  const others = all.filter(({ kind, name }) => kind === mention?.kind && name === mention.name);
  return { mention, others };
}

function mentionsIn(meetup: Meetup): readonly Mention[] {
  const { event, exchanges } = meetup;
  const described = new Set<string>();
  const people = profilesOf(meetup).flatMap(({ file, profile: { name, at, role, org } }): Mention[] => {
    if (name === '') return [];
    const isDefinition = role !== null || org !== null || !described.has(name);
    described.add(name);
    return [{ kind: 'person', name, file, at, isDefinition }];
  });
  const host = event.host === null ? [] : [fieldMention(event.source.path, event.lines, 'host', event.host)];
  const asked = exchanges.flatMap((exchange) => {
    const { path } = exchange.source;
    const named = namedIn(exchange).map(({ name, at }): Mention => {
      const spot = findSpot(exchange.lines, { first: at.line, last: at.line }, name);
      return { kind: 'person', name, file: path, at: spot, isDefinition: false };
    });
    const topic = fieldMention(path, exchange.lines, 'topic', exchange.topic);
    return exchange.topic === '' ? named : [...named, { ...topic, kind: 'topic' as const }];
  });
  return [...people, ...host, ...asked];
}

/** Whether the name is still there: the positions in an unreadable file are from its last readable version. */
function isThere({ files }: MeetupState, { file, name, at: { line, column } }: Mention): boolean {
  const text = files.get(file)?.text.split('\n')[line - 1] ?? '';
  return text.startsWith(name, column - 1);
}

function fieldMention(file: string, lines: readonly string[], field: string, name: string): Mention {
  const at = findSpot(lines, fieldLines(lines, field), name);
  return { kind: 'person', name, file, at, isDefinition: false };
}

const locationIn =
  (root: string) =>
  ({ file, at }: Mention): Location => ({ uri: uriOf(root, file), range: rangeOf(at) });

/** 1-based line of the heading that a link in the same file leads to; null if there is none at the column. */
function headingOfLink(state: MeetupState, path: string, line: string, character: number): number | null {
  const link = [...line.matchAll(/\]\(#([^)\s]+)\)/g)].find(
    ({ 0: text, index }) => character >= index && character <= index + text.length,
  );
  const summary = summaryOf(state, path);
  if (!link || !summary || !('sections' in summary)) return null;
  const name = decoded(link[1] ?? '');
  const section = summary.sections.find(
    ({ title, anchors }) => anchors.includes(name) || foldTitle(plainText(title.inlines)) === foldTitle(name),
  );
  return section?.lines.first ?? null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
