import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { finishPptx } from '../../../src/print/products/pptx.ts';

const picture = new Uint8Array(5_000);
const files = {
  'ppt/media/image1.png': picture,
  'ppt/presentation.xml': strToU8(`<p>${'same '.repeat(999)}</p>`),
};

test('pictures are not compressed once more, texts are; the same gives the same bytes', () => {
  const made = finishPptx(zipSync(files, { mtime: new Date(2020, 1, 1) }), { lang: 'en' });
  const methods: Record<string, number> = {};
  const content = unzipSync(made, {
    filter: ({ name, compression }) => {
      methods[name] = compression;
      return true;
    },
  });
  expect(methods).toEqual({ 'ppt/media/image1.png': 0, 'ppt/presentation.xml': 8 });
  expect(content['ppt/media/image1.png']).toEqual(picture);
  expect(finishPptx(zipSync(files, { mtime: new Date(2021, 1, 1), level: 0 }), { lang: 'en' })).toEqual(made);
});
