import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type Editor, startEditor } from './editor.ts';

const EVENT = `---
title: Shipping Night
lang: en
host: Cora Diaz
source: transcript.txt
---
`;
const TALK = `---
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
const QUESTION = `---
question: How do you start?
askedBy: Cora Diaz
askedTo: Ada Moss
topic: Beginnings
---

### Ada Moss

- With one customer. See [L4]
`;
const TRANSCRIPT = [
  'Cora: Welcome, everybody.',
  'Ada: We keep 3 copies of everything that you store.',
  'Ada: By now 40 companies run it.',
  'Ada: We began with one customer.',
].join('\n');
const FILES = {
  'content/event.md': EVENT,
  'content/talks/01-ada.md': TALK,
  'content/qa/01-start.md': QUESTION,
  'content/transcript.txt': TRANSCRIPT,
  'content/assets/disk.png': '',
};
const TALK_FILE = 'content/talks/01-ada.md';
const QUESTION_FILE = 'content/qa/01-start.md';

let editor: Editor;
beforeAll(async () => {
  editor = await startEditor(FILES);
});
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
});

const ask = <R>(method: string, path: string, params: object): Promise<R> =>
  editor.client.sendRequest(method, { textDocument: { uri: editor.uri(path) }, ...params });
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const hasCode = (code: string) => (diagnostics: readonly Diagnostic[]) => codes(diagnostics).includes(code);
const lacksCode = (code: string) => (diagnostics: readonly Diagnostic[]) =>
  !codes(diagnostics).includes(code);

/** Types a text, and completes at the end of `words` in it. */
async function completed(path: string, text: string, words: string): Promise<readonly CompletionItem[]> {
  await editor.open(path, text);
  const position = editor.position(text, words, words.length);
  return (await ask<CompletionItem[] | null>('textDocument/completion', path, { position })) ?? [];
}
const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

describe('diagnostics', () => {
  test('are those of check, of text that is not saved, with the lines that a statement cites', async () => {
    await editor.open(TALK_FILE);
    await editor.diagnostics(TALK_FILE, lacksCode('unsupported-number'));
    const typed = TALK.replace('at 40 companies', 'at \u{1F600} 400 companies');
    await editor.type(TALK_FILE, typed);
    const found = await editor.diagnostics(TALK_FILE, hasCode('unsupported-number'));
    const one = found.find(({ code }) => code === 'unsupported-number');
    const start = editor.position(typed, '400');
    expect(one).toMatchObject({
      range: { start, end: { ...start, character: start.character + 3 } },
      severity: 1,
      source: 'talkdeck',
      relatedInformation: [
        {
          location: { uri: editor.uri('content/transcript.txt') },
          message: 'Ada: By now 40 companies run it.',
        },
      ],
    });
    expect(one?.message).toContain('The number "400" does not occur in L3.');
    expect(one?.codeDescription?.href).toMatch(/docs\/findings\/unsupported-number\.md$/);
    await editor.type(TALK_FILE, TALK);
    await editor.diagnostics(TALK_FILE, lacksCode('unsupported-number'));
  });

  test('show in the files that others\u2019 edits break, and end with them', async () => {
    await editor.open(QUESTION_FILE);
    await editor.type(TALK_FILE, TALK.replace('speaker: Ada Moss', 'speaker: Ada Mossberg'));
    await editor.diagnostics(QUESTION_FILE, hasCode('unknown-person'));
    await editor.type(TALK_FILE, TALK);
    await editor.diagnostics(QUESTION_FILE, lacksCode('unknown-person'));
  });

  test('count lines as the editor does, with its line ends', async () => {
    const typed = TALK.replace('[L3]', '[L99]').replaceAll('\n', '\r\n');
    await editor.type(TALK_FILE, typed);
    const found = await editor.diagnostics(TALK_FILE, hasCode('citation-outside'));
    const { range } = found.find(({ code }) => code === 'citation-outside') ?? {};
    expect(range?.start).toEqual(editor.position(typed, '[L99]'));
    await editor.type(TALK_FILE, TALK);
    await editor.diagnostics(TALK_FILE, lacksCode('citation-outside'));
  });

  test('follow files that come and go', async () => {
    const path = join(editor.root, 'content/talks/02-ben.md');
    writeFileSync(path, TALK.replace('Ada Moss', 'Ben').replace('org: Acme', 'organisation: Acme'));
    const changed = { changes: [{ uri: editor.uri('content/talks/02-ben.md'), type: 1 }] };
    await editor.client.sendNotification('workspace/didChangeWatchedFiles', changed);
    await editor.diagnostics('content/talks/02-ben.md', hasCode('unknown-key'));
    rmSync(path);
    await editor.client.sendNotification('workspace/didChangeWatchedFiles', changed);
    await editor.diagnostics('content/talks/02-ben.md', (found) => found.length === 0);
  });

  test('of two hundred quick edits are those of the last one', async () => {
    for (let count = 1; count < 200; count += 1)
      await editor.type(TALK_FILE, TALK.replace('## How it heals', `## How it heals {.x${count}}`));
    await editor.type(TALK_FILE, TALK.replace('## How it heals', '## How it heals {.last}'));
    const found = await editor.diagnostics(TALK_FILE, (all) =>
      all.some(({ message }) => String(message).includes('"last"')),
    );
    expect(codes(found)).toContain('unknown-kind');
    await editor.type(TALK_FILE, TALK);
    await editor.diagnostics(TALK_FILE, lacksCode('unknown-kind'));
  });
});

describe('completion', () => {
  test('has the fields that are not there yet, with what they are for', async () => {
    const items = await completed(TALK_FILE, TALK.replace('org: Acme', 'org: Acme\nro'), '\nro');
    expect(labels(items)).toContain('role');
    expect(labels(items)).not.toContain('title');
    expect(items.find(({ label }) => label === 'role')).toMatchObject({
      textEdit: { newText: 'role: ' },
      documentation: { value: expect.stringContaining('What the speaker does there.') },
    });
  });

  test('has the fields of an item of a list', async () => {
    const text = EVENT.replace('source', 'people:\n  - name: Mia\n    r\nsource');
    const items = await completed('content/event.md', text, '\n    r');
    expect(labels(items)).toEqual(['name', 'reading', 'role', 'org', 'portrait', 'accent', 'links']);
    await editor.open('content/event.md', EVENT);
  });

  test.each([
    ['people', 'askedTo: ', QUESTION.replace('askedTo: Ada Moss', 'askedTo: '), ['Ada Moss', 'Cora Diaz']],
    ['topics', 'topic: ', QUESTION.replace('topic: Beginnings', 'topic: '), []],
    ['who answers', '### ', QUESTION.replace('### Ada Moss', '### '), ['Ada Moss', 'Cora Diaz']],
  ])('has values that the meetup knows: %s', async (_, words, text, expected) => {
    const items = await completed(QUESTION_FILE, text, words);
    expect(labels(items)).toEqual(expected);
    await editor.open(QUESTION_FILE, QUESTION);
  });

  test('has themes, and colours as colours', async () => {
    expect(
      labels(await completed('content/event.md', EVENT.replace('host', 'theme: \nhost'), 'theme: ')),
    ).toEqual(['quiet', 'bold']);
    const colors = await completed('content/event.md', EVENT.replace('host', 'paper: \nhost'), 'paper: ');
    expect(colors[0]).toMatchObject({ kind: 16, textEdit: { newText: '"#0b5cad"' } });
    await editor.open('content/event.md', EVENT);
  });

  test('has kinds of slides, with what they look like', async () => {
    const text = TALK.replace('## In figures', '## In figures {.');
    const items = await completed(TALK_FILE, text, '## In figures {.');
    expect(labels(items)).toEqual(expect.arrayContaining(['{.stats}', '{.bars}', '{.left}']));
    const { documentation } = items.find(({ label }) => label === '{.stats}') ?? {};
    expect(documentation).toMatchObject({ value: expect.stringContaining('- **40** companies') });
  });

  test('has files for pictures, and headings for links', async () => {
    const picture = TALK.replace('## In figures', '![A disk](\n\n## In figures');
    expect(labels(await completed(TALK_FILE, picture, '![A disk]('))).toEqual(['../assets/disk.png']);
    const link = TALK.replace('- It keeps', '- [here]( It keeps');
    expect(labels(await completed(TALK_FILE, link, '[here]('))).toEqual(
      expect.arrayContaining(['#In figures', '../assets/disk.png']),
    );
  });

  test('has the lines of the transcript that say what the statement says, best first', async () => {
    const text = TALK.replace('- It keeps 3 copies of everything. [L2]', '- Three copies of everything [');
    const items = await completed(TALK_FILE, text, 'Three copies of everything [');
    expect(items[0]).toMatchObject({ label: '[L2]', detail: TRANSCRIPT.split('\n')[1] });
    const edit = items[0]?.textEdit;
    expect(edit).toMatchObject({ newText: '[L2]' });
    await editor.open(TALK_FILE, TALK);
  });

  test('is none in code', async () => {
    const text = TALK.replace('## In figures', '```md\n## T {.\n```\n\n## In figures');
    expect(await completed(TALK_FILE, text, '## T {.')).toEqual([]);
    await editor.open(TALK_FILE, TALK);
  });
});

describe('hover', () => {
  const hover = async (path: string, text: string, words: string) => {
    await editor.open(path, text);
    const found = await ask<Hover | null>('textDocument/hover', path, {
      position: editor.position(text, words, 1),
    });
    return (found?.contents as { value: string } | undefined)?.value ?? null;
  };

  test('shows the lines of a citation, with what they share with the statement in bold', async () => {
    expect(await hover(TALK_FILE, TALK, '[L2]')).toBe(
      '**L2** Ada: We **keep** **3** **copies** of **everything** that you store.',
    );
  });

  test('says what a field is for, and what a kind looks like', async () => {
    expect(await hover(TALK_FILE, TALK, 'takeaway:')).toContain('takeaway');
    const marked = TALK.replace('## In figures', '## In figures {.stats}');
    expect(await hover(TALK_FILE, marked, '{.stats}')).toContain('- **40** companies');
  });

  test('says why a finding is one', async () => {
    const text = TALK.replace('org:', 'organisation:');
    await editor.open(TALK_FILE, text);
    await editor.diagnostics(TALK_FILE, hasCode('unknown-key'));
    expect(await hover(TALK_FILE, text, 'organisation')).toMatch(/\*\*Why\*\* .*\n\n\*\*Fix\*\* /);
  });

  test('is none elsewhere', async () => {
    expect(await hover(TALK_FILE, TALK, 'keeps')).toBeNull();
  });
});

describe('code actions', () => {
  /** Titles and changed texts of the actions on a line, applied one by one. */
  const actions = async (path: string, text: string, words: string, code: string | null, only?: string[]) => {
    await editor.open(path, text);
    if (code !== null) await editor.diagnostics(path, hasCode(code));
    const start = editor.position(text, words);
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    const found = await ask<CodeAction[]>('textDocument/codeAction', path, {
      range: { start, end: start },
      context,
    });
    return found.map(
      ({ title, edit }) => [title, edit ? applied(text, edit, editor.uri(path)) : ''] as const,
    );
  };

  test('write what was meant', async () => {
    const [[title, text] = ['', '']] = await actions(
      TALK_FILE,
      TALK.replace('org:', 'orgg:'),
      'orgg',
      'unknown-key',
    );
    expect([title, text]).toEqual(['Write "org"', TALK]);
  });

  test('correct what --fix corrects, one by one and all at once', async () => {
    const wrong = TALK.replace('- It keeps', '\u2022 It keeps').replace('- It runs', '\u2022 It runs');
    const one = await actions(TALK_FILE, wrong, '\u2022 It keeps', 'markup-malformed', ['quickfix']);
    expect(one.map(([, text]) => text)).toContain(TALK);
    const all = await actions(TALK_FILE, wrong, '\u2022', null, ['source.fixAll']);
    expect(all).toEqual([['Correct everything that is mechanical in this file', TALK]]);
  });

  test('cite the line that supports a statement', async () => {
    const wrong = TALK.replace('- It runs at 40 companies. [L3]', '- It runs at 40 companies. [L1]');
    const found = await actions(TALK_FILE, wrong, '- It runs', 'unsupported-number');
    expect(found).toContainEqual(['Cite L3: Ada: By now 40 companies run it.', TALK]);
  });

  test('part a section, and show it as another kind', async () => {
    const parted = await actions(TALK_FILE, TALK, '- It runs', null, ['refactor.rewrite']);
    expect(parted).toContainEqual([
      'Continue on the next slide from here',
      TALK.replace('- It runs', '\n---\n\n- It runs'),
    ]);
    const kinds = await actions(TALK_FILE, TALK, '## In figures', null, ['refactor.rewrite']);
    expect(kinds).toContainEqual([
      'Show this section as {.points}',
      TALK.replace('## In figures', '## In figures {.points}'),
    ]);
    expect(kinds.map(([title]) => title)).not.toContain('Show this section as {.bars}');
  });
});

describe('names', () => {
  const places = (locations: Location | Location[] | null) =>
    [locations ?? []]
      .flat()
      .map(({ uri, range }) => [uri.slice(editor.uri('').length + 1), range.start.line]);
  const at = (text: string, words: string) => ({ position: editor.position(text, words, 1) });

  test('lead to where they are said, and citations to their lines', async () => {
    const person = await ask<Location[]>('textDocument/definition', QUESTION_FILE, at(QUESTION, 'Ada Moss'));
    expect(places(person)).toEqual([[TALK_FILE, 1]]);
    const lines = await ask<Location[]>('textDocument/definition', TALK_FILE, at(TALK, '[L3]'));
    expect(places(lines)).toEqual([['content/transcript.txt', 2]]);
  });

  test('are found, and renamed, in all files', async () => {
    const found = await ask<Location[]>('textDocument/references', TALK_FILE, {
      ...at(TALK, 'Ada Moss'),
      context: { includeDeclaration: true },
    });
    expect(places(found)).toEqual([
      [TALK_FILE, 1],
      [QUESTION_FILE, 3],
      [QUESTION_FILE, 7],
    ]);
    const renamed = await ask<WorkspaceEdit>('textDocument/rename', QUESTION_FILE, {
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
      ask('textDocument/rename', QUESTION_FILE, { ...at(QUESTION, 'Ada Moss'), newName: 'Ada: Moss' }),
    ).rejects.toThrow('without quotes');
  });
});

describe('slides', () => {
  test('stand behind headings, above them, and in the outline', async () => {
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await ask<InlayHint[]>('textDocument/inlayHint', TALK_FILE, { range: whole });
    expect(hints.map(({ position, label }) => [position.line, label])).toEqual([
      [7, expect.stringMatching(/^slide \d of \d$/)],
      [12, expect.stringMatching(/^slide \d of \d$/)],
    ]);
    const lenses = await ask<CodeLens[]>('textDocument/codeLens', TALK_FILE, {});
    expect(lenses.find(({ range }) => range.start.line === 7)?.command).toMatchObject({
      command: 'talkdeck.show',
      arguments: [editor.uri(TALK_FILE), 7],
    });
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', TALK_FILE, {});
    expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([
      ['How it heals', expect.stringMatching(/^slide \d \u00b7 points$/)],
      ['In figures', expect.stringMatching(/^slide \d \u00b7 stats$/)],
    ]);
    const folds = await ask<FoldingRange[]>('textDocument/foldingRange', TALK_FILE, {});
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [0, 5],
      [7, 10],
      [12, 15],
      [17, 18],
    ]);
  });
});

test('it speaks the language that it was started in', async () => {
  const chinese = await startEditor({ ...FILES, [TALK_FILE]: TALK.replace('org:', 'orgg:') }, [
    '--lang',
    'zh',
  ]);
  await chinese.open(TALK_FILE);
  const [found] = await chinese.diagnostics(TALK_FILE, hasCode('unknown-key'));
  expect(found?.message).toMatch(/\p{Script=Han}/u);
  expect(await chinese.stop()).toBe(0);
});

test('what is no summary, and a folder without content, are left alone', async () => {
  const alone = await startEditor({ 'README.md': '# Hello\n' });
  await alone.open('README.md');
  const hover = await alone.client.sendRequest('textDocument/hover', {
    textDocument: { uri: alone.uri('README.md') },
    position: { line: 0, character: 0 },
  });
  expect(hover).toBeNull();
  expect(await alone.stop()).toBe(0);
});

/** A text after the edits for its file. */
function applied(text: string, { changes = {} }: WorkspaceEdit, uri: string): string {
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
