import { describe, expect, it, test } from 'vitest';
import { toMessage } from '../../src/findings/finding.ts';
import { compileMeetup, EVENT, talk } from '../compile-meetup.ts';
import { check, tempMeetup } from './temp-meetup.ts';

const ASKED = '---\nquestion: Why now?\naskedBy: Mia\ntopic: Time\n---\n\n';

/** The findings, and the titles of all slides of a deck. */
function titlesOf(files: Readonly<Record<string, string>>, slug: string) {
  const { value, findings } = compileMeetup({ 'content/event.md': EVENT, ...files });
  const deck = value?.decks.find((each) => each.deck.slug === slug);
  const titles = deck?.text.match(/^#{1,2} .*/gm) ?? [];
  return { codes: findings.map(({ code }) => code), titles };
}

describe('a heading that says the title again makes no slide', () => {
  it.each([
    ['above the others', '# A talk\n\n## One\n\n- a\n'],
    ['of their level, with nothing below', '## A talk\n\n## One\n\n- a\n'],
    ['with a note below', '# A Talk\n\n<!-- Hello. -->\n\n# One\n\n- a\n'],
  ])('of a talk: %s', (_, body) => {
    const { codes, titles } = titlesOf({ 'content/talks/1-ada.md': talk(body) }, 'ada');
    expect(codes).toEqual([]);
    expect(titles.filter((title) => /a talk/i.test(title))).toHaveLength(1);
  });

  it('of a question', () => {
    const files = {
      'content/talks/1-ada.md': talk('## One\n\n- a\n'),
      'content/qa/1-why.md': `${ASKED}# Why now?\n\n### Ada\n\n- Because.\n`,
    };
    expect(titlesOf(files, 'qa').codes).toEqual([]);
  });

  it('of event.md', () => {
    const files = {
      'content/event.md': `${EVENT}\n# Meetup\n\n## Welcome\n\n- Come in\n`,
      'content/talks/1-ada.md': talk('## One\n\n- a\n'),
    };
    expect(titlesOf(files, 'ada').codes).toEqual([]);
  });
});

test('but one with something below is a slide', () => {
  const body = '## A talk\n\n- a\n\n## One\n\n- a\n';
  const { titles } = titlesOf({ 'content/talks/1-ada.md': talk(body) }, 'ada');
  expect(titles.filter((title) => /A talk/.test(title))).toHaveLength(2);
});

test.each([
  ['a.mov', 'Export it as WebM or MP4, which play on the slide. Or put it on YouTube, Bilibili or Vimeo'],
  ['a.pdf', 'Export the page you want as SVG or PNG.'],
  ['a.drawio', 'Export the drawing as SVG or PNG.'],
  ['a.heic', 'Save it again as PNG, JPEG, WebP or SVG.'],
])('of a file that is no picture it is said what to show instead: %s', (name, fix) => {
  using meetup = tempMeetup({
    [`assets/${name}`]: 'x',
    'talks/01-huang.md': `---\nspeaker: 黄东旭\ntitle: 开源\ntakeaway: 别怕\n---\n\n## 一\n\n![一](../assets/${name})\n`,
  });
  const [found] = check(meetup.root);
  expect(found && toMessage(found).fix).toContain(fix);
});

test('a theme of Slidev is answered with where a look of one’s own goes', () => {
  using meetup = tempMeetup({
    'event.md': '---\ntitle: X\nlang: zh-CN\ntheme: "@slidev/theme-seriph"\n---\n',
  });
  const found = check(meetup.root).find(({ code }) => code === 'wrong-choice');
  expect(found && toMessage(found).fix).toContain('templates/theme/');
});
