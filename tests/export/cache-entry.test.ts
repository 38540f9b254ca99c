import { expect, test } from 'vitest';
import { decodeEntry, encodeEntry } from '../../src/export/cache-entry.ts';

const entry = {
  pages: 2,
  warnings: [{ slide: 2, kind: 'upscaled' as const, detail: '\u4e00 picture' }],
  files: [
    { path: 'png/ada/ada-01.png', bytes: Uint8Array.of(1, 10, 2) },
    { path: 'png/ada/ada-02.png', bytes: new Uint8Array() },
    { path: 'png/ada/ada-03.png', bytes: Uint8Array.of(255) },
  ],
  pictures: [{ slide: 2, png: Uint8Array.of(7, 10) }],
};

test('what is kept comes back', () => {
  const { files, pictures, ...rest } = decodeEntry(encodeEntry(entry)) ?? { files: [], pictures: [] };
  expect(rest).toEqual({ pages: entry.pages, warnings: entry.warnings });
  expect(files.map(({ path, bytes }) => ({ path, bytes: Uint8Array.from(bytes) }))).toEqual(entry.files);
  expect(pictures.map(({ slide, png }) => ({ slide, png: Uint8Array.from(png) }))).toEqual(entry.pictures);
});

test('a damaged entry is none, wherever it is damaged', () => {
  const bytes = encodeEntry(entry);
  for (let at = 0; at < bytes.length; at += 1) {
    const damaged = Uint8Array.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(decodeEntry(damaged), `changed at ${at}`).toBeNull();
    expect(decodeEntry(bytes.subarray(0, at)), `cut after ${at}`).toBeNull();
  }
  expect(decodeEntry(new Uint8Array())).toBeNull();
});
