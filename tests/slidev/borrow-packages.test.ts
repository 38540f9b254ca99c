import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { borrowPackages, flattenPlugins, type SlidevOptions } from '../../src/slidev/options.ts';
import { baseConfig } from '../../src/slidev/plugins/bundle-plugins.ts';

const THEME = fileURLToPath(new URL('../../templates/theme', import.meta.url));
let theme: string;

beforeAll(() => {
  theme = mkdtempSync(join(tmpdir(), 'talkdeck-theme-'));
  cpSync(THEME, theme, { recursive: true });
});
afterAll(() => rmSync(theme, { recursive: true }));

/** Package names with the folders where a style sheet finds them. */
function aliases(): ReadonlyMap<string, string> {
  const { config } = borrowPackages(theme);
  const { resolve } = (config as () => { resolve: { alias: { find: string; replacement: string }[] } })();
  return new Map(resolve.alias.map(({ find, replacement }) => [find, replacement]));
}

test('a theme without packages finds those of talkdeck', () => {
  const found = aliases();
  expect(found.get('@fontsource/inter')).toMatch(/node_modules\/@fontsource\/inter$/);
  for (const folder of found.values()) expect(existsSync(join(folder, 'package.json'))).toBe(true);
});

test('what is installed beside the theme comes first', () => {
  mkdirSync(join(theme, 'node_modules/@fontsource/inter'), { recursive: true });
  const found = aliases();
  expect(found.has('@fontsource/inter')).toBe(false);
  expect(found.has('@fontsource/noto-sans-sc')).toBe(true);
});

test('builds know of it, as the server does', async () => {
  const options = { userRoot: theme, themeRoots: [theme] } as unknown as SlidevOptions;
  const { plugins = [] } = await baseConfig(options, join(theme, 'out'));
  const names = (await flattenPlugins(plugins)).map(({ name }) => name);
  expect(names).toContain('talkdeck:borrow-packages');
});
