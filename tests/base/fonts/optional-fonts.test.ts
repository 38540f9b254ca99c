import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { borrowPackages } from '../../../src/slidev/options.ts';
import { builtFiles } from '../../../src/slidev/plugins/bundle-plugins.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FONTS = join(ROOT, 'node_modules/@fontsource');
const KOREAN = 'noto-sans-kr';
const OPTIONAL = new Set([KOREAN, 'noto-sans-jp', 'noto-sans-tc']);

let folder: string;
let theme: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-fonts-'));
  theme = join(folder, 'theme');
  cpSync(join(ROOT, 'templates/theme'), theme, { recursive: true });
  mkdirSync(join(folder, 'node_modules/@fontsource'), { recursive: true });
  for (const name of readdirSync(FONTS)) if (!OPTIONAL.has(name)) install(folder, name);
  symlinkSync(join(ROOT, 'node_modules/katex'), join(folder, 'node_modules/katex'), 'dir');
});
afterEach(() => rmSync(folder, { recursive: true }));

function install(below: string, name: string): void {
  mkdirSync(join(below, 'node_modules/@fontsource'), { recursive: true });
  symlinkSync(join(FONTS, name), join(below, 'node_modules/@fontsource', name), 'dir');
}

/** Families loaded by the theme's styles with the theme's own configuration, as stock Slidev loads it. */
async function families(plugins: readonly ReturnType<typeof borrowPackages>[] = []): Promise<string[]> {
  const built = await build({
    root: theme,
    configFile: join(theme, 'vite.config.mjs'),
    logLevel: 'silent',
    plugins: [...plugins],
    build: {
      write: false,
      assetsInlineLimit: 0,
      cssMinify: false,
      rollupOptions: { input: join(theme, 'styles/index.ts') },
    },
  });
  const css = builtFiles(built)
    .map((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : ''))
    .join('');
  expect(css).not.toMatch(/url\(["']?@fontsource/);
  const faces = css.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  return [...new Set(faces.map((face) => /font-family:\s*["']?([^"';]+)/.exec(face)?.[1] ?? ''))];
}

test('the theme is built without the fonts that are not installed', async () => {
  const found = await families();
  expect(found).toContain('Noto Sans SC Common');
  expect(found).toContain('Noto Sans SC');
  expect(found.filter((name) => /(?:JP|KR|TC)\b/.test(name))).toEqual([]);
});

test('and with one that is', async () => {
  install(folder, KOREAN);
  const found = await families();
  expect(found.filter((name) => /(?:JP|KR|TC)\b/.test(name)).sort()).toEqual([
    'Noto Sans KR',
    'Noto Sans KR Common',
  ]);
});

test('and with one that only the meetup has', async () => {
  const meetup = join(folder, 'elsewhere');
  install(meetup, KOREAN);
  const fonts = { '@fontsource/noto-sans-kr': join(meetup, 'node_modules/@fontsource', KOREAN) };
  expect(await families([borrowPackages(theme, fonts)])).toContain('Noto Sans KR Common');
});
