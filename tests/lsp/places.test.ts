import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeLens,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type Editor, startEditor } from './editor.ts';
import { applied, ask, FILES, QUESTION, QUESTION_FILE, TALK, TALK_FILE } from './night.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await startEditor(FILES);
});
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
});

describe('names', () => {
  const places = (locations: Location | Location[] | null) =>
    [locations ?? []]
      .flat()
      .map(({ uri, range }) => [uri.slice(editor.uri('').length + 1), range.start.line]);
  const at = (text: string, words: string) => ({ position: editor.position(text, words, 1) });

  test('lead to where they are said, and citations to their lines', async () => {
    const person = await ask<Location[]>(
      editor,
      'textDocument/definition',
      QUESTION_FILE,
      at(QUESTION, 'Ada Moss'),
    );
    expect(places(person)).toEqual([[TALK_FILE, 1]]);
    const lines = await ask<Location[]>(editor, 'textDocument/definition', TALK_FILE, at(TALK, '[L3]'));
    expect(places(lines)).toEqual([['content/transcript.txt', 2]]);
  });

  test('are found, and renamed, in all files', async () => {
    const found = await ask<Location[]>(editor, 'textDocument/references', TALK_FILE, {
      ...at(TALK, 'Ada Moss'),
      context: { includeDeclaration: true },
    });
    expect(places(found)).toEqual([
      [TALK_FILE, 1],
      [QUESTION_FILE, 3],
      [QUESTION_FILE, 7],
    ]);
    const renamed = await ask<WorkspaceEdit>(editor, 'textDocument/rename', QUESTION_FILE, {
      ...at(QUESTION, 'Ada Moss'),
      newName: 'Ada Winter',
    });
    expect(applied(TALK, renamed, editor.uri(TALK_FILE))).toBe(TALK.replace('Ada Moss', 'Ada Winter'));
    expect(applied(QUESTION, renamed, editor.uri(QUESTION_FILE))).toBe(
      QUESTION.replaceAll('Ada Moss', 'Ada Winter'),
    );
  });

  test('that would need quotes are refused in words', async () => {
    await expect(
      ask(editor, 'textDocument/rename', QUESTION_FILE, {
        ...at(QUESTION, 'Ada Moss'),
        newName: 'Ada: Moss',
      }),
    ).rejects.toThrow('without quotes');
  });
});

describe('slides', () => {
  test('stand behind headings, above them, and in the outline', async () => {
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await ask<InlayHint[]>(editor, 'textDocument/inlayHint', TALK_FILE, { range: whole });
    expect(hints.map(({ position, label }) => [position.line, label])).toEqual([
      [7, expect.stringMatching(/^slide \d of \d$/)],
      [12, expect.stringMatching(/^slide \d of \d$/)],
    ]);
    const lenses = await ask<CodeLens[]>(editor, 'textDocument/codeLens', TALK_FILE, {});
    expect(lenses.find(({ range }) => range.start.line === 7)?.command).toMatchObject({
      command: 'talkdeck.show',
      arguments: [editor.uri(TALK_FILE), 7],
    });
    const symbols = await ask<DocumentSymbol[]>(editor, 'textDocument/documentSymbol', TALK_FILE, {});
    expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([
      ['How it heals', expect.stringMatching(/^slide \d \u00b7 points$/)],
      ['In figures', expect.stringMatching(/^slide \d \u00b7 stats$/)],
    ]);
    const folds = await ask<FoldingRange[]>(editor, 'textDocument/foldingRange', TALK_FILE, {});
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [0, 5],
      [7, 10],
      [12, 15],
      [17, 18],
    ]);
  });
});
