import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/importing/read-source.ts';
import { meetingIn, span } from './read.ts';

/** The meetup's transcript is kept outside of the repository; content/ is the correct result, made by hand. */
const folder = new URL('../../../shared/source/', import.meta.url);
const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.txt')) : undefined;

describe.skipIf(file === undefined)('the real transcript (skipped without ../shared/source)', () => {
  const meeting = file === undefined ? null : meetingIn(readSource(fileURLToPath(new URL(file, folder))));

  test('four talks; the lost name is found by the nickname, and is a guess', () => {
    expect(meeting?.host?.value).toBe('刘超');
    expect(meeting?.shape.value).toBe('talks');
    expect(meeting?.talks.map(({ speaker, range }) => [speaker?.value, span(range)])).toEqual([
      ['季昕华', '27-55'],
      ['黄东旭', '65-121'],
      ['袁进辉', '129-151'],
      ['李浩源', '159-169'],
    ]);
    expect(meeting?.talks[0]?.speaker).toMatchObject({
      how: expect.stringContaining('老季'),
      at: { first: 65, last: 65 },
    });
    expect(meeting?.talks.map(({ speaker }) => (speaker?.sure ?? 0) < 0.8)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(meeting?.talks[2]?.title?.value).toBe('突围之道');
  });

  test('nine questions, with who asked whom and who answered', () => {
    const found = meeting?.exchanges.map(({ question, askedBy, askedTo, answers }) => [
      question.first,
      askedBy.value,
      askedTo.map(({ value }) => value).join(' '),
      answers.map(({ speaker, kind }) => (kind === 'remark' ? `(${speaker})` : speaker)).join(' '),
    ]);
    expect(found).toEqual([
      [175, '刘超', '', '黄东旭 (刘超)'],
      [199, '黄东旭', '季昕华', '季昕华 黄东旭'],
      [229, '季昕华', '袁进辉', '袁进辉 (刘超)'],
      [263, '袁进辉', '黄东旭', '黄东旭 李浩源 黄东旭 (刘超)'],
      [327, '观众', '', '黄东旭 (刘超) 黄东旭 (刘超)'],
      [349, '观众', '黄东旭', '黄东旭'],
      [373, '观众', '季昕华', '季昕华 (刘超)'],
      [403, '观众', '李浩源', '李浩源 (刘超)'],
      [417, '观众', '李浩源', '李浩源'],
    ]);
    expect(meeting?.exchanges.flatMap(({ asides }) => asides.map(span))).toEqual(['243']);
  });

  test('all speech has a speaker; damage is reported', () => {
    expect(meeting?.ofNobody).toEqual([]);
    expect(meeting?.between.map(span)).toEqual(['21', '433']);
    const damages = meeting?.damages
      .filter(({ kind }) => kind !== 'markup')
      .map(({ kind, line }) => `${kind} L${line}`);
    expect(damages).toEqual(['repeated L1', 'list-start L117', 'cut-off L243']);
    expect(meeting?.damages.filter(({ kind }) => kind === 'markup')).toHaveLength(12);
  });
});
