import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, CompletionItem, DocumentLink, Hover } from 'vscode-languageserver';
import { type Editor, startEditor } from './editor.ts';
import {
  applied,
  ask,
  EVENT,
  FILES,
  hasCode,
  QUESTION,
  QUESTION_FILE,
  TALK,
  TALK_FILE,
  TRANSCRIPT,
} from './night.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await startEditor(FILES);
});
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
});

/** Types a text, and completes at the end of `words` in it. */
async function completed(path: string, text: string, words: string): Promise<readonly CompletionItem[]> {
  await editor.open(path, text);
  const position = editor.position(text, words, words.length);
  return (await ask<CompletionItem[] | null>(editor, 'textDocument/completion', path, { position })) ?? [];
}
const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

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

  test('of a list in brackets has who is not in it yet', async () => {
    await editor.open('content/event.md', EVENT.replace('source', 'people:\n  - name: Cora\nsource'));
    const asked = async (typed: string) => {
      const text = QUESTION.replace('askedTo: Ada Moss', `askedTo: ${typed}`);
      return labels(await completed(QUESTION_FILE, text, `askedTo: ${typed}`)).toSorted();
    };
    expect(await asked('[Cora Diaz, ')).toEqual(['Ada Moss', 'Cora']);
    expect(await asked(`["Cora Diaz", 'Cora', `)).toEqual(['Ada Moss']);
    await editor.open('content/event.md', EVENT);
    await editor.open(QUESTION_FILE, QUESTION);
  });

  test('has themes, and colours as colours', async () => {
    expect(
      labels(await completed('content/event.md', EVENT.replace('host', 'theme: \nhost'), 'theme: ')),
    ).toEqual(['quiet', 'bold', 'vivid']);
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
    expect(await completed(TALK_FILE, picture, '![A disk](')).toMatchObject([
      {
        label: '../assets/disk.png',
        documentation: { kind: 'markdown', value: `![](${editor.uri('content/assets/disk.png')})` },
      },
    ]);
    const portrait = TALK.replace('org: Acme', 'org: Acme\nportrait: ');
    expect((await completed(TALK_FILE, portrait, 'portrait: '))[0]?.documentation).toMatchObject({
      value: `![](${editor.uri('content/assets/disk.png')})`,
    });
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

  test('replaces what is typed, behind emoji and Chinese and with the line ends of Windows', async () => {
    const typed = '- \u{1F600}\u4e09\u4efd Three copies of everything [';
    const text = TALK.replace('- It keeps 3 copies of everything. [L2]', typed).replaceAll('\n', '\r\n');
    const [best] = await completed(TALK_FILE, text, typed);
    const end = editor.position(text, typed, typed.length);
    expect(best).toMatchObject({
      label: '[L2]',
      textEdit: { newText: '[L2]', range: { start: { ...end, character: end.character - 1 }, end } },
    });
    const kind = TALK.replace('## In figures', '## \u{1F600} In figures {.').replaceAll('\n', '\r\n');
    const [first] = await completed(TALK_FILE, kind, '{.');
    const marker = editor.position(kind, '{.');
    expect(first?.textEdit).toMatchObject({
      range: { start: marker, end: { ...marker, character: marker.character + 2 } },
    });
    const field = TALK.replace('org: Acme', 'org: Acme\nro').replaceAll('\n', '\r\n');
    expect(labels(await completed(TALK_FILE, field, '\nro'))).toContain('role');
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
    const found = await ask<Hover | null>(editor, 'textDocument/hover', path, {
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
    const found = await ask<CodeAction[]>(editor, 'textDocument/codeAction', path, {
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
    expect(one.find(([, text]) => text === TALK)?.[0]).toMatch(/ \(2 places\)$/);
    const bold = TALK.replace(/^(title: \w+) (\w+)/m, '$1 **$2**');
    const plain = await actions(TALK_FILE, bold, '**', 'markup-in-field', ['quickfix']);
    expect(plain[0]?.[1]).toBe(TALK);
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

describe('rules that event.md turns off', () => {
  const file = 'content/event.md';
  const off = EVENT.replace(
    'source:',
    'adviceOff: [long-point, no-figures]\nallow:\n  - html-as-text\nsource:',
  );

  test('an action turns a piece of advice off, with the line ends of event.md', async () => {
    await editor.open(file, EVENT.replaceAll('\n', '\r\n'));
    const text = TALK.replace(
      '## In figures\n\n- **40** companies [L3]\n- **3** copies [L2]\n',
      '',
    ).replaceAll(/\d/g, 'x');
    await editor.open(TALK_FILE, text);
    await editor.diagnostics(TALK_FILE, hasCode('no-figures'));
    const start = editor.position(text, 'title:');
    const found = await ask<CodeAction[]>(editor, 'textDocument/codeAction', TALK_FILE, {
      range: { start, end: start },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const { edit = {} } =
      found.find(({ title }) => title === 'Turn the advice "no-figures" off for this meetup') ?? {};
    expect(edit.changes?.[editor.uri(file)]?.[0]?.newText).toBe('adviceOff: [no-figures]\r\n');
    const turned = applied(EVENT, edit, editor.uri(file)).replaceAll('\r', '');
    expect(turned).toBe(EVENT.replace(/---\n$/, 'adviceOff: [no-figures]\n---\n'));
    await editor.open(file, turned);
    await editor.diagnostics(TALK_FILE, (all) => !hasCode('no-figures')(all));
    await editor.open(TALK_FILE, TALK);
  });

  test('their names lead to their pages: as links, as definitions, on hover', async () => {
    await editor.open(file, off);
    const page = expect.stringMatching(/\/docs\/findings\/no-figures\.md$/);
    const links = await ask<DocumentLink[]>(editor, 'textDocument/documentLink', file, {});
    expect(links.map(({ range, target }) => [range.start.line, target?.replace(/.*\//, '')])).toEqual([
      [4, 'long-point.md'],
      [4, 'no-figures.md'],
      [6, 'html-as-text.md'],
    ]);
    const position = editor.position(off, 'no-figures', 2);
    expect(await ask(editor, 'textDocument/definition', file, { position })).toEqual([
      { uri: page, range: expect.anything() },
    ]);
    const hover = await ask<Hover>(editor, 'textDocument/hover', file, { position });
    expect(hover.contents).toMatchObject({
      value: expect.stringMatching(/^\*\*A talk without .*no-figures\.md\)$/s),
    });
    expect(await ask(editor, 'textDocument/documentLink', TALK_FILE, {})).toEqual([]);
  });

  test.each([
    ['in brackets', 'adviceOff: [long-point, no-', 'adviceOff: [long-point, no-', 'long-point'],
    ['behind hyphens', 'adviceOff:\n  - no-', '  - no-', 'no-such-rule'],
  ])('completion has their names, with what they are about: %s', async (_, typed, words, given) => {
    const items = await completed(file, EVENT.replace('source:', `${typed}\nsource:`), words);
    expect(items.find(({ label }) => label === 'no-figures')).toMatchObject({
      detail: expect.stringMatching(/^A talk without /),
      textEdit: { newText: 'no-figures', range: { start: { character: words.length - 3 } } },
    });
    expect(labels(items)).not.toContain(given);
    await editor.open(file, EVENT);
  });
});
