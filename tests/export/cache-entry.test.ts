import { expect, test } from 'vitest';
import { decodeEntry, encodeEntry } from '../../src/export/cache.ts';

const png = (...middle: number[]) =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    Uint8Array.from(middle),
    Buffer.from('IEND\xae\x42\x60\x82', 'latin1'),
  ]);

const entry = {
  pages: 2,
  warnings: [{ slide: 2, kind: 'upscaled' as const, detail: '\u4e00 picture' }],
  files: [
    { path: 'png/ada/ada-01.png', bytes: png(1, 10, 2) },
    { path: 'png/ada/ada-02.png', bytes: png() },
    { path: 'png/ada/ada-03.png', bytes: png(255) },
  ],
  pictures: [{ slide: 2, png: Uint8Array.of(7, 10) }],
};
const paths = entry.files.map(({ path }) => path);

test('what is kept comes back', () => {
  const { files, pictures, ...rest } = decodeEntry(encodeEntry(entry), paths) ?? { files: [], pictures: [] };
  expect(rest).toEqual({ pages: entry.pages, warnings: entry.warnings });
  expect(files.map(({ path, bytes }) => ({ path, bytes: Buffer.from(bytes) }))).toEqual(entry.files);
  expect(pictures.map(({ slide, png: found }) => ({ slide, png: Uint8Array.from(found) }))).toEqual(
    entry.pictures,
  );
});

test('where files go is never read from an entry', () => {
  const elsewhere = entry.files.map((file) => ({ ...file, path: '../../x/.bashrc' }));
  const bytes = encodeEntry({ ...entry, files: elsewhere });
  expect(Buffer.from(bytes).includes('bashrc')).toBe(false);
  expect(decodeEntry(bytes, paths)?.files.map(({ path }) => path)).toEqual(paths);
});

test('an entry of other files is none', () => {
  const bytes = encodeEntry(entry);
  expect(decodeEntry(bytes, paths.slice(1))).toBeNull();
  expect(decodeEntry(bytes, [...paths, 'png/ada/ada-04.png'])).toBeNull();
  expect(decodeEntry(bytes, ['pdf/ada.pdf', ...paths.slice(1)])).toBeNull();
});

test('one that is cut off is none, and neither is what somebody else has made', () => {
  const bytes = encodeEntry(entry);
  for (let at = 0; at < bytes.length; at += 1) expect(decodeEntry(bytes.subarray(0, at), paths)).toBeNull();
  expect(decodeEntry(Buffer.from('[]\n'), [])).toBeNull();
  expect(
    decodeEntry(Buffer.from('{"pages":1,"warnings":[],"files":[-1],"pictures":[]}\n'), ['a.pdf']),
  ).toBeNull();
});

test.each(['garbage', '%PDF-1.7 but no end', '%PDF-1.7\nstartxref\n2\n%%EOF', ''])(
  'a PDF of %j is none',
  (text) => {
    const kept = encodeEntry({ ...entry, files: [{ path: 'pdf/ada.pdf', bytes: Buffer.from(text) }] });
    expect(decodeEntry(kept, ['pdf/ada.pdf'])).toBeNull();
  },
);
