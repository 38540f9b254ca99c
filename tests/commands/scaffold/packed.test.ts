import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IS_WHOLE } from '../../deep.ts';
import { runDev } from '../../dev/run-dev.ts';
import '../../needs-browser.ts';
import { ODD_NAME, packPackage, runIn } from '../../packed-package.ts';

let temp: string;
let packed: string;
let remove = () => {};

beforeAll(() => {
  ({ temp, packed, remove } = packPackage());
});
afterAll(() => remove());

describe.each(IS_WHOLE ? ['zh-CN', 'en'] : ['zh-CN'])('the packed package, in %s', (lang) => {
  const talkdeck = (...args: readonly string[]) =>
    runIn(join(temp, lang), process.execPath, join(packed, 'dist', 'cli.js'), ...args);

  it('begins a meetup in an empty folder, which is checked and built as it is', () => {
    mkdirSync(join(temp, lang, 'node_modules'), { recursive: true });
    symlinkSync(packed, join(temp, lang, 'node_modules', 'talkdeck'));
    expect(talkdeck('init', '--lang', lang, '--yes')).toMatchObject({ status: 0, stderr: '' });
    expect(talkdeck('check')).toMatchObject({ status: 0, stderr: '' });
    expect(talkdeck('build')).toMatchObject({ status: 0, stderr: '' });
  });

  it('to which new talks and questions come', () => {
    expect(talkdeck('new', 'talk', '\u66FE国藩').stdout).toMatch(
      /^content\/talks\/03-zeng-guofan\.md is there\./,
    );
    expect(talkdeck('new', 'question', 'Why?').stdout).toMatch(/^content\/qa\/03-why\.md is there\./);
  });

  it('and the theme, the schemas and the snippets are where decks and editors look for them', () => {
    const slides = join(temp, lang, 'slides');
    const theme = /^theme: (.+)$/m.exec(readFileSync(join(slides, 'qa.md'), 'utf8'))?.[1] ?? '';
    expect(theme).toBe('../node_modules/talkdeck/templates/theme');
    expect(existsSync(join(slides, theme, 'package.json'))).toBe(true);
    const settings = readFileSync(join(temp, lang, '.vscode', 'settings.json'), 'utf8');
    const schemas = Object.keys((JSON.parse(settings) as Record<string, object>)['yaml.schemas'] ?? {});
    expect(schemas).toHaveLength(3);
    for (const path of schemas) expect(existsSync(join(temp, lang, path)), path).toBe(true);
  });
});

describe('the packed package, in a folder with an odd name,', () => {
  const talkdeck = (...args: readonly string[]) =>
    runIn(join(temp, ODD_NAME), process.execPath, join(packed, 'dist', 'cli.js'), ...args);

  it('serves a meetup with all that its home page loads', async () => {
    const root = join(temp, ODD_NAME);
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    symlinkSync(packed, join(root, 'node_modules', 'talkdeck'));
    expect(talkdeck('init', '--lang', 'en', '--yes').status).toBe(0);
    const dev = await runDev(root, ['--port', '0'], {}, join(packed, 'dist', 'cli.js'));
    try {
      const home = await (await fetch(dev.url)).text();
      const paths = [...home.matchAll(/ (?:src|href)="(\/[^"]+\.(?:css|js))"/g)].map(([, path = '']) => path);
      expect(paths.length).toBeGreaterThan(8);
      for (const path of paths) expect((await fetch(new URL(path, dev.url))).status, path).toBe(200);
      const { body } = await fetch(`${dev.url}@talkdeck/events`);
      const first = await body?.getReader().read();
      expect(Buffer.from(first?.value ?? []).toString('utf8')).toContain('"slug":"qa"');
    } finally {
      await dev.stop();
    }
  });

  it.runIf(IS_WHOLE)('exports it', () => {
    expect(talkdeck('export')).toMatchObject({ status: 0 });
    expect(readdirSync(join(temp, ODD_NAME, 'out', 'pdf'))).toContain('qa.pdf');
  });
});
