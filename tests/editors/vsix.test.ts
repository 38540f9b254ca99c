import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';

const SOURCE = join(ROOT, 'editors/vscode');
let files: Record<string, Uint8Array>;
const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
const json = (path: string) => JSON.parse(text(`extension/${path}`));

beforeAll(() => {
  // Built by the tests' setup.
  files = unzipSync(readFileSync(join(ROOT, 'editors/talkdeck.vsix')));
});

describe('the package of the extension', () => {
  test('has what editors read, and names nothing that is not there', () => {
    const manifest = json('package.json');
    const named = [
      manifest.main,
      manifest.browser,
      manifest.icon,
      ...manifest.contributes.grammars.map(({ path }: { path: string }) => path),
      ...manifest.contributes.yamlValidation.map(({ url }: { url: string }) => url),
      ...manifest.contributes.viewsContainers.activitybar.map(({ icon }: { icon: string }) => icon),
      ...['slides', 'fields'].flatMap((kind) => ['en', 'zh'].map((lang) => `snippets/${kind}.${lang}.json`)),
    ].map((path: string) => `extension/${path.replace('./', '')}`);
    expect(named.filter((path) => !(path in files))).toEqual([]);
    const version = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
    expect(manifest.version).toBe(version);
    expect(text('extension.vsixmanifest')).toContain(
      `<Identity Language="en-US" Id="talkdeck" Version="${version}" Publisher="talkdeck"/>`,
    );
    const assets = [...text('extension.vsixmanifest').matchAll(/Path="([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(assets).toContain('extension/package.json');
    expect(assets.filter((path) => !(path in files))).toEqual([]);
  });

  test('is small, and the part for editors that are web pages asks for nothing of Node', () => {
    const sizes = Object.values(files).reduce((sum, { length }) => sum + length, 0);
    expect(sizes).toBeLessThan(800_000);
    const asksFor = (path: string) =>
      new Set([...text(path).matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map(([, name = '']) => name));
    expect([...asksFor('extension/web.js')]).toEqual(['vscode']);
    const others = [...asksFor('extension/extension.js')].filter((name) => !isBuiltin(name));
    expect(others).toEqual(['vscode']);
  });

  test('says every text in English and in Chinese', () => {
    const keys = [...text('extension/package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json'])
      expect(Object.keys(json(file)).sort(), file).toEqual([...new Set(keys)].sort());
    const sources = readdirSync(join(SOURCE, 'src'))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(SOURCE, 'src', name), 'utf8'))
      .join('\n');
    const said = [...sources.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map(([, english = '']) => english);
    expect(Object.keys(json('l10n/bundle.l10n.zh-cn.json')).sort()).toEqual([...new Set(said)].sort());
  });

  test('registers each command that it has, and each is for a trusted folder', () => {
    const { commands, menus } = json('package.json').contributes;
    const source = readFileSync(join(SOURCE, 'src/extension.ts'), 'utf8');
    for (const { command } of commands as readonly { command: string }[]) {
      expect(source, command).toMatch(
        new RegExp(`^    (?:async )?${command.slice('talkdeck.'.length)}[:(]`, 'm'),
      );
      const rule = menus.commandPalette.find((entry: { command: string }) => entry.command === command);
      // `isRunning` and `isMissing` are only set for a trusted folder.
      expect(rule?.when, command).toMatch(/talkdeck\.isRunning|talkdeck\.isMissing|isWorkspaceTrusted/);
    }
  });
});
