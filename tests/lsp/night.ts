/** A small meetup, and what tests request from an editor that has it open. */
import type { Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import type { Editor } from './editor.ts';

export const EVENT = `---
title: Shipping Night
lang: en
host: Cora Diaz
source: transcript.txt
---
`;
export const TALK = `---
speaker: Ada Moss
org: Acme
title: A database that heals itself
takeaway: Build for the day when a disk fails.
---

## How it heals

- It keeps 3 copies of everything. [L2]
- It runs at 40 companies. [L3]

## In figures

- **40** companies [L3]
- **3** copies [L2]

<!-- Slowly,
with a pause. -->
`;
export const QUESTION = `---
question: How do you start?
askedBy: Cora Diaz
askedTo: Ada Moss
topic: Beginnings
---

### Ada Moss

- With one customer. See [L4]
`;
export const TRANSCRIPT = [
  'Cora: Welcome, everybody.',
  'Ada: We keep 3 copies of everything that you store.',
  'Ada: By now 40 companies run it.',
  'Ada: We began with one customer.',
].join('\n');
export const FILES = {
  'content/event.md': EVENT,
  'content/talks/01-ada.md': TALK,
  'content/qa/01-start.md': QUESTION,
  'content/transcript.txt': TRANSCRIPT,
  'content/assets/disk.png': '',
};
export const TALK_FILE = 'content/talks/01-ada.md';
export const QUESTION_FILE = 'content/qa/01-start.md';

/** A request about a file. */
export function ask<R>(editor: Editor, method: string, path: string, params: object): Promise<R> {
  return editor.client.sendRequest(method, { textDocument: { uri: editor.uri(path) }, ...params });
}

export const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
export const hasCode = (code: string) => (diagnostics: readonly Diagnostic[]) =>
  codes(diagnostics).includes(code);
export const lacksCode = (code: string) => (diagnostics: readonly Diagnostic[]) =>
  !codes(diagnostics).includes(code);

/** A text after the edits for its file. */
export function applied(text: string, { changes = {} }: WorkspaceEdit, uri: string): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...(changes[uri] ?? [])]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}
