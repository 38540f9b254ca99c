import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { findingsOf, TALK_HEAD } from '../temp-meetup.ts';

const png = (width: number, height: number) => PNG.sync.write(new PNG({ width, height }));
const found = (body: string) =>
  findingsOf({
    'talks/01-huang.md': `${TALK_HEAD}\n## 图\n\n${body}\n`,
    'assets/icon.png': png(64, 64),
    'assets/photo.png': png(900, 700),
  });

test.each([
  ['an icon in a line', '- 数据库 ![图](../assets/icon.png) 快'],
  ['a photo alone', '![图](../assets/photo.png)'],
  ['a photo alone between paragraphs', '一\n\n![图](../assets/photo.png)\n\n二'],
])('%s is fine', (_, body) => {
  expect(found(body)).toEqual([]);
});

test.each([
  ['in a line', '一句话 ![图](../assets/photo.png) 两句话', '9:10'],
  ['in an item', '- 一\n- ![图](../assets/photo.png)', '10:8'],
  ['in a cell', '| 一 | 二 |\n|---|---|\n| ![图](../assets/photo.png) | 3 |', '11:8'],
  ['in bold text', '- 一 **二 ![图](../assets/photo.png)**', '9:14'],
])('a photo %s is an error at its place', (_, body, at) => {
  expect(found(body)).toEqual([`talks/01-huang.md:${at} image-in-line`]);
});
