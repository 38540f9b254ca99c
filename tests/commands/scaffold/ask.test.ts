import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { askBeginning, type GivenBeginning } from '../../../src/commands/scaffold/ask.ts';
import { speaking } from '../../../src/commands/words/choose-language.ts';

const NOTHING: GivenBeginning = { lang: null, title: null, speaker: null };
const DOWN = '\u001B[B';
const ENTER = '\r';
const CTRL_C = '\u0003';

/** Types the answers one after another, each once its question shows. */
async function typing(given: GivenBeginning, answers: readonly (readonly [string, string])[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const output = Object.assign(new PassThrough(), { columns: 80, isTTY: true });
  let shown = '';
  const waiting = [...answers];
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    const [next] = waiting;
    if (!next || !shown.includes(next[0])) return;
    waiting.shift();
    setImmediate(() => input.write(next[1]));
  });
  const answer = await askBeginning(given, 'en', { input, output });
  return { answer, shown };
}

it('asks for language, name and first speaker', async () => {
  const { answer } = await typing(NOTHING, [
    ['Language', ENTER],
    ['Name of the meetup', `Data Night${ENTER}`],
    ['First speaker', `Ann Lee${ENTER}`],
  ]);
  expect(answer).toEqual({ lang: 'en', title: 'Data Night', speaker: 'Ann Lee' });
});

it('takes an example where nothing is typed, in the language that was chosen', async () => {
  const { answer } = await typing(NOTHING, [
    ['Language', `${DOWN}${ENTER}`],
    ['Name of the meetup', ENTER],
    ['First speaker', ENTER],
  ]);
  expect(answer).toEqual({ lang: 'zh-CN', title: '第一次聚会', speaker: '陈默' });
});

it('asks for nothing that the flags say', async () => {
  const { answer, shown } = await typing({ lang: 'zh-CN', title: '云上突围', speaker: null }, [
    ['First speaker', `黄东旭${ENTER}`],
  ]);
  expect(answer).toEqual({ lang: 'zh-CN', title: '云上突围', speaker: '黄东旭' });
  expect(shown).not.toMatch(/Language|Name of the meetup/);
});

it('writes nothing for somebody who stops', async () => {
  await expect(typing(NOTHING, [['Language', CTRL_C]])).rejects.toThrow('Nothing was written.');
});

it('asks nobody where there is no terminal', async () => {
  expect(await askBeginning(NOTHING, 'zh-CN', null)).toEqual({
    lang: 'zh-CN',
    title: '第一次聚会',
    speaker: '陈默',
  });
  expect(await askBeginning({ ...NOTHING, lang: 'en', speaker: 'Ann' }, 'zh-CN', null)).toEqual({
    lang: 'en',
    title: 'Our first meetup',
    speaker: 'Ann',
  });
});

it('asks in Chinese', async () => {
  const { shown } = await speaking('zh', () =>
    typing(NOTHING, [
      ['幻灯片的语言', ENTER],
      ['活动的名称', ENTER],
      ['第一位分享人', ENTER],
    ]),
  );
  expect(shown).not.toMatch(/Language of|Name of|First speaker/);
});
