import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFrontMatter } from '../../editors/vscode/src/front-matter.ts';
import { findNode, findTalkdeck } from '../../editors/vscode/src/own-talkdeck.ts';
import { previewPage, reachable } from '../../editors/vscode/src/preview-page.ts';

let temp: string;
beforeAll(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-editors-')));
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

function put(path: string, text: string): string {
  const file = join(temp, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function install(folder: string, name = 'talkdeck'): string {
  put(`${folder}/package.json`, JSON.stringify({ name, version: '1.2.3' }));
  return put(`${folder}/dist/cli.js`, '');
}

describe('the talkdeck that the editor starts', () => {
  test('is the meetup\u2019s own, or that of a folder above it that is open', () => {
    const above = install('open/node_modules/talkdeck');
    const [meetup, opened] = [join(temp, 'open/evenings/may'), join(temp, 'open')];
    expect(findTalkdeck(meetup, opened, '')).toEqual({ cli: above, version: '1.2.3' });
    const own = install('open/evenings/may/node_modules/talkdeck');
    expect(findTalkdeck(meetup, opened, '')?.cli).toBe(own);
  });

  test('is never one above the folder that somebody has trusted', () => {
    install('node_modules/talkdeck');
    expect(findTalkdeck(join(temp, 'bare'), join(temp, 'bare'), '')).toBeNull();
  });

  test('is the one from the settings if the meetup has none', () => {
    const named = install('elsewhere');
    expect(findTalkdeck(join(temp, 'bare'), join(temp, 'bare'), join(temp, 'elsewhere'))?.cli).toBe(named);
  });

  test('is not just any package in its place', () => {
    install('odd/node_modules/talkdeck', 'another');
    put('broken/node_modules/talkdeck/package.json', '{');
    put('broken/node_modules/talkdeck/dist/cli.js', '');
    for (const name of ['odd', 'broken'])
      expect(findTalkdeck(join(temp, name), join(temp, name), ''), name).toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('the Node.js that runs it', () => {
  const node = (folder: string, version: string) => {
    const file = put(`${folder}/node`, `#!/bin/sh\necho ${version}\n`);
    chmodSync(file, 0o755);
    return file;
  };

  test('is the first in PATH, and none of a folder that is not absolute', async () => {
    const file = node('new', 'v22.1.0');
    expect(await findNode('', `bin:.:${dirname(file)}`)).toEqual({ path: file });
    expect(await findNode('', 'bin:.')).toEqual({ path: null, version: null });
  });

  test('is refused by name where it is too old', async () => {
    expect(await findNode(node('old', 'v20.18.3'), '')).toEqual({ path: null, version: 'v20.18.3' });
    expect(await findNode(node('just', 'v20.19.0'), '')).toEqual({ path: join(temp, 'just/node') });
    expect(await findNode(join(temp, 'nowhere'), '')).toEqual({ path: null, version: null });
  });
});

describe('the page around a deck', () => {
  test('runs nothing, and shows one address only', () => {
    const page = previewPage('http://localhost:3030/a"b/4?editor=k&x=1', 'Slides <b>', 'n0nce');
    expect(page).not.toMatch(/<script/i);
    expect(page).toContain(
      `content="default-src 'none'; frame-src http://localhost:3030; style-src 'nonce-n0nce'"`,
    );
    expect(page).toContain('src="http://localhost:3030/a%22b/4?editor=k&#38;x=1" title="Slides &#60;b&#62;"');
  });

  test('takes another port of this machine, where a tunnel leads to the meetup\u2019s', () => {
    const url = 'http://localhost:3030/ada/4?editor=k';
    expect(reachable(url, 'http://127.0.0.1:40000/ada/4?editor=k')).toBe(
      'http://127.0.0.1:40000/ada/4?editor=k',
    );
    for (const other of ['https://example.org/proxy/3030/ada/4', 'http://localhost:8080/proxy/3030/ada/4'])
      expect(reachable(url, other), other).toBe(url);
  });
});

test('front matter ends where it ends, also while it is being written', () => {
  const text = '---\ntitle: A\n---\n\n## B\n\n---\n';
  expect([0, 1, 2, 4, 6].map((line) => isFrontMatter(text, line))).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
  expect(isFrontMatter('---\r\ntitle: A\r\n', 1)).toBe(true);
  expect(isFrontMatter('# A\n---\n', 1)).toBe(false);
});
