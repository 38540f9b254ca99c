import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Editor, startEditor } from './editor.ts';
import { codes, FILES, hasCode, lacksCode, QUESTION_FILE, TALK, TALK_FILE } from './night.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await startEditor(FILES);
});
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
});

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

test('one that was killed leaves nothing that keeps the next one from its unsaved text', async () => {
  const first = await startEditor(FILES);
  await first.open(TALK_FILE);
  const ended = once(first.server, 'exit');
  first.server.kill('SIGKILL');
  await ended;
  first.client.dispose();
  // As editors do: another server for the same folder, with the text from the window.
  const second = await startEditor({}, [], first.root);
  await second.open(TALK_FILE, TALK.replace('org:', 'orgg:'));
  await second.diagnostics(TALK_FILE, hasCode('unknown-key'));
  expect(await second.stop()).toBe(0);
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

test('what keeps a meetup from being checked is said, once', async () => {
  const broken = await startEditor({ ...FILES, 'templates/slides/points.md.hbs': '{{#if' });
  const said: string[] = [];
  broken.client.onNotification('window/showMessage', ({ message }: { message: string }) => {
    said.push(message);
  });
  await broken.open(TALK_FILE);
  await expect.poll(() => said).toEqual([expect.stringContaining('points.md.hbs')]);
  await broken.type(TALK_FILE, `${TALK}\n`);
  // It continues when the template is valid again.
  rmSync(join(broken.root, 'templates'), { recursive: true });
  await broken.type(TALK_FILE, TALK.replace('org:', 'orgg:'));
  await broken.diagnostics(TALK_FILE, hasCode('unknown-key'));
  expect(said).toHaveLength(1);
  expect(await broken.stop()).toBe(0);
});

test('files other than summaries, and a folder without content, are left alone', async () => {
  const alone = await startEditor({ 'README.md': '# Hello\n' });
  await alone.open('README.md');
  const hover = await alone.client.sendRequest('textDocument/hover', {
    textDocument: { uri: alone.uri('README.md') },
    position: { line: 0, character: 0 },
  });
  expect(hover).toBeNull();
  expect(await alone.stop()).toBe(0);
});
