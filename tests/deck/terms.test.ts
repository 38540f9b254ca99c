import { describe, expect, it } from 'vitest';
import { deckText, EVENT, talk } from '../compile-meetup.ts';

/** The items of a talk's only list. @param event its front matter, by default in English */
function items(points: readonly string[], event = EVENT): readonly string[] {
  const body = `## Words\n\n${points.map((point) => `- ${point}`).join('\n')}`;
  const text = deckText({ 'content/event.md': event, 'content/talks/01-ada.md': talk(body) }, 'ada');
  return text.match(/^- (?!<span class="person").+$/gm) ?? [];
}

const asTyped = (points: readonly string[]) => points.map((point) => `- ${point.split('\n')[0]}`);

const CHINESE = EVENT.replace('lang: en', 'lang: zh-CN');

describe('points that are all a name and what it is', () => {
  it('have the names in a column of their own, in bold and without their colons', () => {
    const points = ['Loan: two weeks', '**Late**: a reminder: no fine', '`RFID`: a tag'];
    expect(items(points)).toEqual([
      '- <b>Loan</b> <span>two weeks</span>',
      '- <b>Late</b> <span>a reminder: no fine</span>',
      '- <b>`RFID`</b> <span>a tag</span>',
    ]);
    expect(items(['扩展：加机器就行，不用停', '自愈：自行恢复服务'], CHINESE)).toEqual([
      '- <b>扩展</b> <span>加<wbr>机器<wbr>就<wbr>行，不用<wbr>停</span>',
      '- <b>自愈</b> <span>自行<wbr>恢复<wbr>服务</span>',
    ]);
  });

  it.each([
    ['one has none', ['Loan: two weeks', 'Nobody pays']],
    ['there is one alone', ['Loan: two weeks']],
    ['it is a time', ['9:30 doors', '10:00 talks']],
    ['it is a sentence', ['When it rains, we wait: outside', 'Loan: two weeks']],
    ['nothing is said of it', ['Loan: two weeks', 'Late:']],
    ['there is a list below it', ['Loan: two weeks\n  - or three', 'Late: a reminder']],
    ['names take too much of the line', ['Whoever borrowed it for the first time: known', 'Loan: two weeks']],
  ])('stay as they are where %s', (_, points) => {
    expect(items(points)).toEqual(asTyped(points));
  });

  it('stay as they are where columns would take another slide', () => {
    const point = (name: string) =>
      `${name}: ${'as long as nobody else waits for it at the desk, and '.repeat(2)}on`;
    const names = ['Loan', 'Late', 'The one that was lost'];
    expect(items(names.map(point)).join()).toContain('<b>Loan</b>');
    const more = [...names, 'Card', 'Desk'].map(point);
    expect(items(more)).toEqual(asTyped(more));
  });
});
