import '../needs-browser.ts';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewPage } from '../../editors/vscode/src/preview-page.ts';
import { HANGS_MS, openBrowser } from '../dev/pages-browser.ts';
import { type Editor, startEditor } from './editor.ts';
import { ask, FILES, QUESTION, QUESTION_FILE, TALK, TALK_FILE } from './night.ts';

/*
 * The preview as in an editor: the extension's page with a deck in its frame, at another address than the deck's, and
 * the language server between it and a cursor.
 */
let editor: Editor;
let browser: Browser;
let panel: Server;
let frame: Frame;
let html = '';
/** Lines that the editor was asked to show, 0-based, by the end of the file's address. */
const taken: [string, number | undefined][] = [];

beforeAll(async () => {
  [editor, browser] = await Promise.all([startEditor(FILES), openBrowser()]);
  editor.client.onRequest('window/showDocument', ({ uri, selection, takeFocus }) => {
    expect(takeFocus).toBe(false);
    taken.push([String(uri).split('/').slice(-2).join('/'), selection?.start.line]);
    return { success: true };
  });
  await editor.open(TALK_FILE);
  panel = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end(html));
  await new Promise<void>((resolve) => panel.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser?.close();
  panel?.close();
  await editor?.stop();
});

const shows = (slide: string) =>
  expect.poll(() => frame.url().replace(/^.*?\/\/[^/]+|\?.*$/g, '')).toBe(slide);
const cursor = (path: string, text: string, words: string) =>
  editor.client.sendNotification('talkdeck/cursor', {
    textDocument: { uri: editor.uri(path) },
    position: editor.position(text, words),
  });

test('the frame follows the cursor, and the cursor a reader in the frame', async () => {
  const shown = await ask<{ url: string; deck: string; slide: number }>(
    editor,
    'talkdeck/preview',
    TALK_FILE,
    { position: editor.position(TALK, '## How') },
  );
  html = previewPage(shown.url, 'Slides', 'abc');
  const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
  page.setDefaultTimeout(HANGS_MS);
  await page.goto(`http://127.0.0.1:${(panel.address() as AddressInfo).port}/`);
  const inner = await page.waitForSelector('iframe').then((element) => element.contentFrame());
  if (!inner) throw new Error('the panel has no frame');
  frame = inner;
  await frame.getByText('It runs at 40 companies').first().waitFor();

  await cursor(TALK_FILE, TALK, '- **40**');
  await shows(`/${shown.deck}/${shown.slide + 1}`);
  await frame.getByText('In figures').first().waitFor();
  // The cursor is already where the page was led.
  expect(taken).toEqual([]);
  await frame.locator('#slide-content').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => taken.at(-1)).toEqual(['talks/01-ada.md', editor.position(TALK, '## How').line]);
  await cursor(QUESTION_FILE, QUESTION, '- With one');
  await expect.poll(() => frame.url()).toContain('/qa/');
  await frame.getByText('With one customer').first().waitFor();
});
