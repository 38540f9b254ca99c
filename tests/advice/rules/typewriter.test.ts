import { describe, expect, test } from 'vitest';
import { advise } from '../../../src/advice/advise.ts';
import { readContent } from '../../../src/content/read/read.ts';
import { validate } from '../../../src/content/validate/validate.ts';
import { applyEdits } from '../../../src/findings/apply-edits.ts';
import { tempMeetup } from '../../content/temp-meetup.ts';

/** A line of a talk in a language after all edits of the rule. */
function mended(line: string, lang: string, event = ''): string {
  const text = `---\nspeaker: Ada\ntitle: T\ntakeaway: K\n---\n\n## A\n\n${line}\n`;
  using meetup = tempMeetup({
    'event.md': `---\ntitle: E\nlang: ${lang}\n${event}---\n`,
    'talks/01-huang.md': text,
    'qa/01-start.md': null,
  });
  const found = advise({ meetup: validate(readContent(meetup.root)).meetup }).filter(
    ({ code }) => code === 'typewriter-sign',
  );
  const edits = found.flatMap(({ edits = [] }) => edits);
  return applyEdits(text, edits).split('\n')[8] ?? '';
}

/** Lines by language, as typed and as they should be. */
const LINES: readonly (readonly [
  lang: string,
  lines: readonly (readonly [typed: string, right: string])[],
])[] = [
  [
    'en',
    [
      [
        '- She said "it heals", and "it runs" (or "walks").',
        '- She said “it heals”, and “it runs” (or “walks”).',
      ],
      [
        "- It's Ada's, don't touch the users' data in the '90s",
        '- It’s Ada’s, don’t touch the users’ data in the ’90s',
      ],
      ["- The 'quiet' look", '- The ‘quiet’ look'],
      ["- Rock 'n' roll, and the old dogs' food", '- Rock ’n’ roll, and the old dogs’ food'],
      [
        '- 11-30 pages, pages 10-24, about 20-30, 5-10 million, 100-200 people, 1914-1918',
        '- 11–30 pages, pages 10–24, about 20–30, 5–10 million, 100–200 people, 1914–1918',
      ],
      ['- **"Bold"** and *"it"*', '- **“Bold”** and *“it”*'],
      ['- Rust - a review -- of sorts --- again', '- Rust – a review – of sorts — again'],
      [
        '- 10-20 disks, 5%-10%, $5-$10, 1,000-2,000, 2019-2021, 2019-20',
        '- 10–20 disks, 5%–10%, $5–$10, 1,000–2,000, 2019–2021, 2019–20',
      ],
      ['- 19:00-20:30, 10-20ms', '- 19:00–20:30, 10–20ms'],
      ['- And so on... "Wait..." 1, 2, ..., n', '- And so on… “Wait…” 1, 2, …, n'],
    ],
  ],
  [
    'de',
    [['- Sie sagte "es heilt", 10-20 Mal - und mehr...', '- Sie sagte „es heilt“, 10–20 Mal – und mehr…']],
  ],
  ['fr', [['- Elle dit "oui" : l\'eau, 10-20 fois', '- Elle dit "oui" : l’eau, 10–20 fois']]],
  [
    'zh-CN',
    [
      ['- 他说"开源"很好，\'快\'也好...', '- 他说“开源”很好，‘快’也好……'],
      ['- 数据库--突围 - 再突围，10-20 人……', '- 数据库——突围——再突围，10-20 人……'],
      ['- 等等…真的。。。', '- 等等…真的……'],
    ],
  ],
  ['zh-TW', [['- 他說"開源"，10-20 人--真的...', '- 他說"開源"，10-20 人——真的……']]],
  ['zh-Hant', [['- 他說"開源"', '- 他說"開源"']]],
  ['zh-SG', [['- 他说"开源"', '- 他说“开源”']]],
  [
    'de-CH',
    [['- Sie sagte "es heilt", und \'so\' - und mehr', '- Sie sagte «es heilt», und ‹so› – und mehr']],
  ],
  ['de-AT', [['- Sie sagte "es heilt"', '- Sie sagte „es heilt“']]],
  ['ru', [['- Это - новый "язык", 10-20 человек...', '- Это — новый "язык", 10-20 человек…']]],
  ['es', [['- Dijo "sí" - y \'no\', 10-20 días...', '- Dijo "sí" - y \'no\', 10-20 días…']]],
  ['it', [['- Disse "sì" - l\'ha detto, 10-20 giorni', '- Disse "sì" – l’ha detto, 10–20 giorni']]],
  ['pt-BR', [['- Disse "sim" - e mais, 10-20 dias', '- Disse "sim" - e mais, 10-20 dias']]],
];

describe.each(LINES)('in %s', (lang, lines) => {
  test.each(lines)('%s', (typed, right) => {
    expect(mended(typed, lang)).toBe(right);
  });
});

test.each([
  ['code', '- Run `a "b" - c...` with 1 `10-20`'],
  ['links', '- See [it](https://example.org/10-20/it...s) and https://example.org/5-10'],
  ['names of files', '- Open report-10-20.pdf, 5-10.txt and ../...'],
  ['versions', '- From 1.2.3-4, v1-2, 3.0.0-5 and C++11-14'],
  ['dates', '- On 2024-05-01, in 2024-05 and on 05-31'],
  ['phone numbers', '- Call 555-1234, 010-88886666, +49 30-1234, 400-820-8820, tel. 12-34'],
  ['what goes down, or is a name', '- A 9-5 job, 24-7, ISO 8601-9000, CVE-2024-3094'],
  ['a minus', '- n - 1, 5 - 3 and x - y'],
  ['inches and feet', '- A 5" screen, 6\' tall, and 27"'],
  ['code without marks', '- key="value", print("x"), b\'abc\', ...args, main...dev, [...]'],
  ['options', '- Use check --fix and --json'],
  ['names', "- O'Brien and D'Angelo"],
  ['a quote that does not end', '- He said "yes'],
  ['citations', '- It heals [L2-3]'],
])('not %s', (_, line) => {
  expect(mended(line, 'en')).toBe(line);
});

/** Texts that must not change, by language. */
const LEFT: readonly (readonly [what: string, lang: string, lines: readonly string[]])[] = [
  [
    'a minus',
    'en',
    [
      'Profit = revenue - cost',
      '5-10 = -5',
      'Profit: revenue - cost',
      'Profit (revenue - total cost)',
      '2 + 5-10 ms',
      'a × b - the rest',
      '5-10 % 3',
      'London - Paris',
    ],
  ],
  [
    'a minus',
    'zh-CN',
    [
      '利润 = 收入 - 成本',
      '利润是收入 - 成本',
      '北京 - 上海',
      '中国 - 美国 - 日本之间的合作',
      '毛利（全部销售收入 - 成本）',
    ],
  ],
  ['dates', 'en', ['On 11-30 we met', '10-24', '9-11', 'It is about 9-11', 'Between 11-30 and 12-25']],
  ['dates', 'zh-CN', ['11-30 上海，12-25 北京', '2018-2019 年', '10-20 人，约 30-40 页']],
  [
    'versions and standards',
    'en',
    [
      'glibc 2.31-13',
      'linux 5.10-20',
      '1.2-3',
      'IEEE 802.11-2016',
      'IEEE 1588-2008',
      'POSIX 1003.1-2008',
      'YD/T 1171-2015',
      'NB/T 1234-2020',
      'GA/T 1400-2017',
      'GB/T 1984-2003',
    ],
  ],
  [
    'versions and standards',
    'zh-CN',
    ['版本 3.0-5', 'YD/T 1171-2015', '波音 737-800', '联系 6250-8888', '客服 40-80', '3-402 室'],
  ],
  [
    'phones, rooms and products',
    'en',
    [
      'Call 6250-8888',
      'Room 3-402',
      'Boeing 737-800',
      'the 737-800s and the 737-800 jets',
      'SKU 100-200',
      '1-800 FLOWERS',
      '6250-8888 people',
      '555-1234 people',
    ],
  ],
  ['phones', 'de', ['Durchwahl 12-345', 'Fon 30-40', 'Fon 30-40 Personen']],
  [
    'paths',
    'en',
    ['C:\\\\logs\\\\10-20', '2024-2025年报.pdf', '2024-2025 report.pdf', '"10-20.pdf"', '10-20/a'],
  ],
  ['paths', 'zh-CN', ['2024-2025年报.pdf', '"年报.pdf"']],
  [
    'half of what belongs together',
    'en',
    ["the '60s-'70s", 'A "Foo" and a "Bar"-like', "Rock'n'roll", "Give 'em the dogs food'"],
  ],
  [
    'code without marks',
    'en',
    [
      '{"name": "Ada", "age": 3}',
      'x = "y"',
      'git commit -m "fix"',
      'npm test -- watch',
      'Run npm test -- watch',
      'f(a, b, ...)',
      'name: "Ada"',
      '["a", "b"]',
      'print "x"',
      "import 'x'",
      '$ show "x"',
      'SELECT "a" ...',
    ],
  ],
  ['names', 'en', ["Xi'an", "Ng'ang'a", "Qur'an", "D'Angelo's"]],
];

describe.each(LEFT)('not %s in %s', (_, lang, lines) => {
  test.each(lines)('%s', (line) => {
    expect(mended(`- ${line}`, lang)).toBe(`- ${line}`);
  });
});

test('names of the meetup stay as covers have them', () => {
  const event = `glossary: ["McDonald's", "Node 18-20"]\nhost: Wan'gombe Ng'ang'a\nvenue: Joe's Bar\n`;
  const line =
    "- \"McDonald's\" and Node 18-20 pages, Wan'gombe Ng'ang'a in Joe's Bar: it's 10-20 pages of McDonald's";
  expect(mended(line, 'en', event)).toBe(
    "- “McDonald's” and Node 18-20 pages, Wan'gombe Ng'ang'a in Joe's Bar: it’s 10–20 pages of McDonald's",
  );
});

test.each(['ja', 'ko'])('not in %s', (lang) => {
  expect(mended('- "a" 10-20...', lang)).toBe('- "a" 10-20...');
});
