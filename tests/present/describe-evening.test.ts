import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { describeEvening } from '../../src/present/describe-evening.ts';
import { FIXTURES, ROOT } from '../cli/run-cli.ts';

function describe(root: string) {
  const { value, meetup } = compile(openProject(root));
  if (!value) throw new Error('it does not compile');
  const decks = value.decks.map(({ deck }) => deck);
  return describeEvening(meetup, decks, []);
}

test('decks are in the order of the programme, with their times, and breaks after what they follow', () => {
  const { decks, breaks, slides } = describe(join(FIXTURES, 'programme'));
  expect(decks.map(({ slug, time, minutes }) => [slug, time, minutes])).toMatchInlineSnapshot(`
    [
      [
        "Two-days-of-clocks",
        null,
        null,
      ],
      [
        "ada",
        "09:30",
        60,
      ],
      [
        "cyd",
        "10:45",
        30,
      ],
      [
        "dan",
        "10:45",
        45,
      ],
      [
        "eve",
        "11:00",
        60,
      ],
      [
        "fay",
        null,
        25,
      ],
      [
        "qa",
        "16:30",
        null,
      ],
    ]
  `);
  expect(breaks).toMatchInlineSnapshot(`
    [
      {
        "after": 1,
        "minutes": 15,
        "time": "10:30",
        "title": "Coffee",
      },
      {
        "after": 4,
        "minutes": 60,
        "time": "12:00",
        "title": "Lunch in the courtyard",
      },
    ]
  `);
  expect(decks.reduce((sum, { count }) => sum + count, 0)).toBe(slides.length);
});

test('slides are numbered in one row, and one that is only moved looks the same', () => {
  const { decks, slides, title, lang } = describe(ROOT);
  expect({ title, lang }).toEqual({
    title: '\u57fa\u7840\u67b6\u6784\u8f6f\u4ef6\u521b\u4e1a\u4e4b\u9053',
    lang: 'zh-CN',
  });
  for (const { first, count, slug } of decks) {
    const own = slides.slice(first - 1, first - 1 + count);
    expect(new Set(own.map(({ deck }) => decks[deck]?.slug))).toEqual(new Set([slug]));
  }
  const again = describe(ROOT);
  expect(again.slides).toEqual(slides);
  expect(new Set(slides.map(({ deck, look }) => `${deck} ${look}`)).size).toBe(slides.length);
});
