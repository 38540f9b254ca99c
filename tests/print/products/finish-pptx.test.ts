import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

test('subscripts and superscripts are off the line, in the size of the surrounding text', () => {
  const run = (size: string, text: string) =>
    `<a:r><a:rPr lang="en" sz="${size}" dirty="0"><a:solidFill/></a:rPr><a:t>${text}</a:t></a:r>`;
  const slide = `${run('1500', 'H')}${run('1050', '\u20632')}${run('1500', 'O, x')}${run('1260', '\u20622')}`;
  const made = finishPptx(zipSync({ 'ppt/slides/slide1.xml': strToU8(slide) }), { lang: 'en' });
  expect(strFromU8(unzipSync(made)['ppt/slides/slide1.xml'] ?? new Uint8Array())).toBe(
    [
      run('1500', 'H'),
      run('1500', '2').replace('dirty="0"', 'dirty="0" baseline="-25000"'),
      run('1500', 'O, x'),
      run('1800', '2').replace('dirty="0"', 'dirty="0" baseline="30000"'),
    ].join(''),
  );
});

const finished = (slide: string): string => {
  const made = finishPptx(zipSync({ 'ppt/slides/slide1.xml': strToU8(slide) }), { lang: 'en' });
  return strFromU8(unzipSync(made)['ppt/slides/slide1.xml'] ?? new Uint8Array());
};

test('a paragraph has its style once, before its text; breaks look as their text', () => {
  const style = '<a:pPr algn="ctr"><a:buNone/></a:pPr>';
  const run = (text: string) => `<a:r><a:rPr lang="en" sz="1500"><a:noFill/></a:rPr><a:t>${text}</a:t></a:r>`;
  const end = '<a:br><a:rPr lang="en" sz="1500"><a:noFill/></a:rPr></a:br>';
  expect(
    finished(
      `<a:p>${style}${run('a')}<a:br/>${style}${run('b')}<a:br/><a:pPr algn="l"/>${run('c')}${style}${run('d')}</a:p><a:p>${style}</a:p>`,
    ),
  ).toBe(`<a:p>${style}${run('a')}${end}${run('b')}${end}${run('c')}${run('d')}</a:p><a:p>${style}</a:p>`);
});

test('a break after a link looks as it does and leads nowhere; a space before one is not of another weight', () => {
  const link = '<a:hlinkClick r:id="rId1"> <a:extLst/></a:hlinkClick>';
  const run = (attributes: string, inside: string, text: string) =>
    `<a:r><a:rPr sz="1500"${attributes}><a:noFill/>${inside}</a:rPr><a:t>${text}</a:t></a:r>`;
  const end = '<a:br><a:rPr sz="1500"><a:noFill/></a:rPr></a:br>';
  expect(
    finished(
      `<a:p>${run(' b="1"', '', 'Q4 ')}${run(' u="sng"', link, 'a')}<a:br/>${run('', link, 'b')}</a:p>`,
    ),
  ).toBe(
    `<a:p>${run(' b="1"', '', 'Q4')}${run('', '', ' ')}${run(' u="sng"', link, 'a')}${end}${run('', link, 'b')}</a:p>`,
  );
  const even = `<a:p>${run('', '', 'see ')}${run('', link, 'a')}</a:p>`;
  expect(finished(even)).toBe(even);
});

test('the box of several lines is as high as they are, and ends where it did', () => {
  const shape = (y: number, height: number, text: string) =>
    `<p:sp><a:off x="9" y="${y}"/><a:ext cx="99" cy="${height}"/><a:p><a:pPr algn="l"><a:lnSpc><a:spcPts val="2700"/></a:lnSpc></a:pPr>${text}</a:p></p:sp>`;
  const single = '<p:sp><a:off x="9" y="9"/><a:ext cx="99" cy="99"/><a:p/></p:sp>';
  expect(finished(shape(1_952_625, 619_125, 'a<a:br/>b') + single)).toBe(
    shape(1_885_950, 685_800, 'a<a:br/>b') + single,
  );
});

test('no program breaks the lines of a text again, but where the width of its box places it', () => {
  const shape = (wrap: string, align: string) =>
    `<p:sp><p:txBody><a:bodyPr wrap="${wrap}" anchor="t"></a:bodyPr><a:p><a:pPr algn="${align}"/></a:p></p:txBody></p:sp>`;
  expect(finished(shape('square', 'l') + shape('square', 'ctr') + shape('square', 'r'))).toBe(
    shape('none', 'l') + shape('square', 'ctr') + shape('square', 'r'),
  );
});
