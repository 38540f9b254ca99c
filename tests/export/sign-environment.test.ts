import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { environmentOf, signEnvironment } from '../../src/export/deck-key.ts';

test('an edit of the theme that was undone shows; what tools keep among its packages does not', () => {
  const theme = mkdtempSync(join(tmpdir(), 'talkdeck-theme-'));
  try {
    mkdirSync(join(theme, 'styles'));
    const file = join(theme, 'styles', 'index.css');
    writeFileSync(file, 'p { color: red }');
    const sign = () => signEnvironment(theme, process.execPath);
    const [before, same] = [sign(), environmentOf(theme, process.execPath)];
    mkdirSync(join(theme, 'node_modules', '.vite'), { recursive: true });
    expect(sign()).toBe(before);
    writeFileSync(file, 'p { color: tan }');
    writeFileSync(file, 'p { color: red }');
    expect(environmentOf(theme, process.execPath)).toBe(same);
    expect(sign()).not.toBe(before);
  } finally {
    rmSync(theme, { recursive: true });
  }
});
