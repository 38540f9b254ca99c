import { expect, test } from 'vitest';
import { LineEnds, piecesOf } from '../../../src/content/summary/line-ends.ts';
import type { Inline } from '../../../src/content/summary/markup.ts';

const parted = (text: string, ...names: string[]) =>
  new LineEnds(names).parted(text).replaceAll('\u200b', '|');

test('lines of Chinese end with words, and particles and suffixes stay with theirs', () => {
  expect(parted('我们的队长改变了地图的颜色')).toBe('我们的|队长|改变了|地图的|颜色');
  expect(parted('\uff0c难的是让骆驼喝水')).toBe('\uff0c难的是|让|骆驼|喝水');
  expect(parted('程序员设计分布式数据库')).toBe('程序员|设计|分布式|数据库');
});

test('characters that the dictionary has only alone make a word: a name, a number and what it counts', () => {
  expect(parted('公司的开源项目')).toBe('公司的|开源|项目');
  expect(parted('地图上有四个长处')).toContain('四个|长处');
});

test('names of the meetup are whole, and part from what is beside them', () => {
  expect(parted('今天沙丘子科技请来了骆三峰说话')).not.toContain('骆三峰');
  expect(parted('今天沙丘子科技请来了骆三峰说话', '骆三峰', '沙丘子科技')).toBe(
    '今天|沙丘子科技|请来了|骆三峰|说话',
  );
});

test('beside Latin a line ends, but not between a number and what it counts, nor in a date', () => {
  expect(parted('团队用TiDB做了3个月实验')).toBe('团队|用|TiDB|做了|3个月|实验');
  expect(parted('二十年前的2024年5月31日')).not.toMatch(/年\|5|月\|3|\d\|/);
});

test('a text of five characters is whole, and punctuation has its own rules', () => {
  expect(parted('记住这一句')).toBe('记住这一句');
  expect(parted('地图\uff0c骆驼和沙丘')).toBe('地图\uff0c骆驼|和|沙丘');
});

test('an end between two texts belongs to the one with fewer marks around it, and code is a word', () => {
  const strong: Inline = { type: 'strong', children: [{ type: 'text', text: '骆驼' }] };
  const inlines: Inline[] = [
    { type: 'text', text: '队长看见' },
    strong,
    { type: 'text', text: '翻过沙丘用' },
    { type: 'code', text: '--map' },
    { type: 'text', text: '画图' },
  ];
  const show = (inline: Inline): string =>
    'children' in inline
      ? `<${inline.children.map(show).join('')}>`
      : inline.type === 'text'
        ? piecesOf(inline).join('|')
        : '`';
  expect(new LineEnds([]).mark(inlines).map(show).join('')).toBe('队长|看见|<骆驼>|翻过|沙丘|用|`|画图');
});
