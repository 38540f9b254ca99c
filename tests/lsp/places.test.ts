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
  test('are shown after headings, above them, and in the outline', async () => {
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

  test('say where a section goes on on another one, by the line that begins it', async () => {
    const many = (line: (no: number) => string, count: number) =>
      Array.from({ length: count }, (_, index) => line(index + 1)).join('\n');
    const cells = (cell: string) => `|${` ${cell} |`.repeat(30)}`;
    const sections = [
      `## Points\n\n${many((no) => `- Point ${no}`, 20)}`,
      `## Table\n\n| Name | Count |\n|---|--:|\n${many((no) => `| Row ${no} | ${no} |`, 20)}`,
      `## Code\n\n\`\`\`text\n${many((no) => `line ${no}`, 30)}\n\`\`\``,
      `## Wide {.table}\n\n${cells('Column')}\n${cells('---')}\n${cells('Word')}\n${cells('More')}`,
    ];
    const talk = TALK.replace(/## How[\s\S]*/, sections.join('\n\n'));
    const answer = many((no) => `- ${no} is an answer, too.`, 20);
    const hintsIn = async (path: string, text: string) => {
      await editor.open(path, text);
      const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
      const hints = await ask<InlayHint[]>(editor, 'textDocument/inlayHint', path, { range });
      const lines = text.split('\n');
      return hints.map(({ position, label }) => `${lines[position.line]?.slice(0, 20)} \u2190 ${label}`);
    };
    expect(await hintsIn(TALK_FILE, talk)).toEqual([
      '## Points \u2190 slides 2\u20134 of 17',
      '- Point 8 \u2190 parts here: slide 3',
      '- Point 15 \u2190 parts here: slide 4',
      '## Table \u2190 slides 5\u20137 of 17',
      '| Row 8 | 8 | \u2190 parts here: slide 6',
      '| Row 15 | 15 | \u2190 parts here: slide 7',
      '## Code \u2190 slides 8\u201310 of 17',
      'line 11 \u2190 parts here: slide 9',
      'line 21 \u2190 parts here: slide 10',
      // The same rows on each, with other columns.
      '## Wide {.table} \u2190 slides 11\u201314 of 17',
    ]);
    expect(await hintsIn(QUESTION_FILE, QUESTION.replace(/- With[\s\S]*/, answer))).toEqual([
      '### Ada Moss \u2190 slides 4\u20136 of 8',
      '- 8 is an answer, to \u2190 parts here: slide 5',
      '- 15 is an answer, t \u2190 parts here: slide 6',
    ]);
    await editor.open(TALK_FILE, TALK);
    await editor.open(QUESTION_FILE, QUESTION);
  });
});
