import { describe, expect, it, test } from 'vitest';
import { inEnglish, inWordsOf } from '../../../src/base/errors.ts';
import { type NotRead, whyNotRead } from '../../../src/base/read-file.ts';
import { COMMANDS, GROUPS } from '../../../src/commands/command-table.ts';
import { CHINESE_WORDS } from '../../../src/commands/words/chinese.ts';
import { speaking } from '../../../src/commands/words/choose-language.ts';
import { HELP_IN_CHINESE } from '../../../src/commands/words/help-chinese.ts';
import { ENGLISH, words } from '../../../src/commands/words/words.ts';
import { FINDINGS, finding, inLanguage, toMessage } from '../../../src/findings/finding.ts';
import { FOREIGN } from '../../../src/findings/messages/foreign-messages.ts';
import { CHINESE } from '../../../src/findings/messages/zh/chinese.ts';
import { FOREIGN_IN_CHINESE } from '../../../src/findings/messages/zh/foreign-words.ts';
import { phrase } from '../../../src/findings/messages/zh/phrases.ts';
import { ARGS } from './message-args.ts';

describe('findings in Chinese', () => {
  it('has every code, and no other', () => {
    expect(Object.keys(CHINESE.findings).sort()).toEqual(Object.keys(FINDINGS).sort());
    expect(Object.keys(FOREIGN_IN_CHINESE)).toEqual(Object.keys(FOREIGN));
  });

  it.each(Object.entries(ARGS))('%s is Chinese, and has the facts of the English one', (code, args) => {
    const found = { code, args } as Parameters<typeof toMessage>[0];
    const english = toMessage(found);
    const chinese = inLanguage(CHINESE, () => toMessage(found));
    for (const part of ['what', 'why', 'fix'] as const) {
      expect(chinese[part], part).toMatch(/\p{Script=Han}/u);
      expect(chinese[part], part).not.toMatch(/undefined|\[object/);
    }
    // Names, paths and figures of the arguments occur in both.
    const facts = Object.values(args).filter(
      (value) =>
        (typeof value === 'string' && /^[\w./-]*[\d./][\w./-]*$/.test(value)) ||
        (typeof value === 'number' && value > 2),
    );
    const whole = (message: typeof english) => [message.what, message.why, message.fix].join('\n');
    for (const fact of facts) {
      if (whole(english).includes(String(fact))) expect(whole(chinese)).toContain(String(fact));
    }
  });
});

test.each<NotRead>([
  { state: 'missing' },
  { state: 'broken-link', loop: true },
  { state: 'broken-link', loop: false },
  { state: 'outside' },
  { state: 'linked' },
  { state: 'no-file', found: 'a folder' },
  { state: 'no-file', found: 'a pipe' },
  { state: 'no-file', found: 'a socket' },
  { state: 'no-file', found: 'a device' },
  { state: 'too-large', bytes: 3_000_000, limit: 2_000_000 },
])('why a file was not read is Chinese, the same as in errors: %j', (not) => {
  const why = whyNotRead(not);
  expect(phrase(inEnglish(why))).toBe(inWordsOf(CHINESE.errors, why));
  expect(phrase(inEnglish(why))).not.toMatch(/\b(?:it|is|a|no|of)\b/);
});

describe('help in Chinese', () => {
  const texts = [
    ...COMMANDS.flatMap(({ summary, details, options }) => [
      summary,
      details,
      ...options.map(({ description }) => description),
    ]),
    ...Object.values(GROUPS),
  ];

  it.each([...new Set(texts)])('%s', (text) => {
    expect(HELP_IN_CHINESE[text]).toMatch(/\p{Script=Han}/u);
  });
});

test('a process with a single command speaks its language everywhere', async () => {
  const say = () => toMessage(finding('a.md', { line: 1, column: 1, length: 0 }, 'empty-heading', {})).what;
  try {
    const within = await speaking('zh', async () => [say(), words()], true);
    expect(within).toEqual(['这个标题没有文字。', CHINESE_WORDS]);
    expect([say(), words()]).toEqual(within);
  } finally {
    await speaking('en', async () => {}, true);
  }
  expect([say(), words()]).toEqual(['This heading has no text.', ENGLISH]);
});

test('two languages at the same time do not mix', async () => {
  const one = finding('a.md', { line: 1, column: 1, length: 0 }, 'empty-heading', {});
  const say = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return toMessage(one).what;
  };
  const said = await Promise.all([speaking('zh', say), speaking('en', say), say()]);
  expect(said).toEqual(['这个标题没有文字。', 'This heading has no text.', 'This heading has no text.']);
});
