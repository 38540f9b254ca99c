import { describe, expect, test } from 'vitest';
import { advise } from '../../../src/advice/advise.ts';
import { applyEdits } from '../../../src/advice/edits/safe-edits.ts';
import { readContent } from '../../../src/content/read/read.ts';
import { validate } from '../../../src/content/validate/validate.ts';
import { tempMeetup } from '../../content/temp-meetup.ts';

/** A line of a talk in a language after all edits of the rule. */
function mended(line: string, lang: string): string {
  const text = `---\nspeaker: Ada\ntitle: T\ntakeaway: K\n---\n\n## A\n\n${line}\n`;
  using meetup = tempMeetup({
    'event.md': `---\ntitle: E\nlang: ${lang}\n---\n`,
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
      ['- 数据库--突围 - 再突围，10-20 人……', '- 数据库——突围——再突围，10–20 人……'],
      ['- 等等…真的。。。', '- 等等……真的……'],
    ],
  ],
  ['zh-TW', [['- 他說"開源"，10-20 人', '- 他說"開源"，10–20 人']]],
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

test.each(['ja', 'ko'])('not in %s', (lang) => {
  expect(mended('- "a" 10-20...', lang)).toBe('- "a" 10-20...');
});
