import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFont } from '../../../src/base/fonts/read-font.ts';

const file = (path: string) => readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url));
const INTER = '@fontsource/inter/files/inter-latin-400-normal';

describe('a font file is read, whatever its wrapping', () => {
  test.each([
    [`${INTER}.woff2`, 'Inter', 646],
    [`${INTER}.woff`, 'Inter', 646],
    ['katex/dist/fonts/KaTeX_Main-Regular.ttf', 'KaTeX_Main', 722],
  ])('%s', (path, name, width) => {
    const font = readFont(file(path));
    expect(font.name).toBe(name);
    expect(font.advance(0x54)).toBe(width);
    expect(font.advance(0x4e2d)).toBe(0);
  });
});

test.each([
  ['nothing', new Uint8Array(), 'it is no font'],
  ['a text', new TextEncoder().encode('no font, but more than a few bytes of it'), 'it is no font'],
  ['half a font', file(`${INTER}.woff2`).subarray(0, 9_000), 'it is broken'],
  ['a hundredth of one', file(`${INTER}.woff2`).subarray(0, 240), 'it is broken'],
])('%s is refused', (_, bytes, reason) => {
  expect(() => readFont(bytes)).toThrow(new Error(reason));
});
