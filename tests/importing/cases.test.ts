import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixture, meetingIn, meetingOf } from './read.ts';

interface Answer {
  readonly host?: string | null;
  readonly shape?: string;
  readonly talks: readonly (readonly [string, number, number])[];
  readonly guessed?: readonly string[];
  /** Line of the question, who asks, who answers. */
  readonly ex: readonly (readonly [number, string, readonly string[]])[];
}

const CASES = [
  'c01-lost-first-name',
  'c02-remark-then-question',
  'c03-speakers-ask-each-other',
  'c04-caption-and-boilerplate',
  'c05-qa-letters',
  'c06-damaged-question',
  'c07-two-people-same-surname',
  'c08-interview-no-talks',
];

describe('talks, questions and answers of invented meetups', () => {
  test.each(CASES)('%s', (name) => {
    const url = new URL(`../fixtures/importing/cases/${name}.json`, import.meta.url);
    const expected = JSON.parse(readFileSync(url, 'utf8')) as Answer;
    const meeting = meetingIn(fixture(`cases/${name}.txt`));
    // The expected answers call the audience 观众 in any language.
    const audience = (who: string) => (who === 'Audience' ? '观众' : who);
    const found: Answer = {
      ...(expected.host === undefined ? {} : { host: meeting.host?.value ?? null }),
      ...(expected.shape === undefined ? {} : { shape: meeting.shape.value }),
      talks: meeting.talks.map(({ speaker, range }) => [speaker?.value ?? '', range.first, range.last]),
      ...(expected.guessed === undefined
        ? {}
        : {
            guessed: meeting.talks.flatMap(({ speaker }) =>
              speaker && speaker.sure < 0.8 ? [speaker.value] : [],
            ),
          }),
      ex: meeting.exchanges.map(({ question, askedBy, answers }) => [
        question.first,
        audience(askedBy.value),
        [...new Set(answers.filter(({ kind }) => kind === 'answer').map(({ speaker }) => speaker))],
      ]),
    };
    const { host, shape, talks, guessed, ex } = expected;
    expect(found).toEqual({ host, shape, talks, guessed, ex });
  });
});

describe('people', () => {
  const talk = `${'We started in 2019 with three people and one idea that nobody else believed in. '.repeat(12)}`;

  test('a label with a company, a last name first, an abbreviation, and two spellings', () => {
    const { people } = meetingOf(
      [
        '| Name | Abbreviation | Organization |',
        '|---|---|---|',
        '| Tomas Okafor | TO | Brisk |',
        '',
        `TO: ${talk}`,
        `Max Hilebrand | Wasabi: ${talk}`,
        'Max Hillebrand | Wasabi: I agree.',
        'TO: Thank you.',
      ].join('\n'),
    );
    expect(people.map(({ name, org, resembles }) => [name, org?.value, resembles])).toEqual([
      ['Tomas Okafor', 'Brisk', null],
      ['Max Hilebrand', 'Wasabi', null],
      ['Max Hillebrand', 'Wasabi', 'Max Hilebrand'],
    ]);
  });

  test('a voice gets the name that is given to it, and without one should be asked for', () => {
    const text = `[00:01] SPEAKER_00: ${talk}\n[04:00] SPEAKER_01: Thank you.\n`;
    expect(meetingOf(text).people.map(({ name, isNameless }) => [name, isNameless])).toEqual([
      ['SPEAKER_00', true],
      ['SPEAKER_01', true],
    ]);
    const named = meetingOf(text, { speakers: new Map([['SPEAKER_00', 'Ada']]) });
    expect(named.talks.map(({ speaker }) => speaker?.value)).toEqual(['Ada']);
  });

  test('a talk whose name is lost gets the one that is given to its line', () => {
    const given = { speakers: new Map([['L13', '王子墨']]) };
    const meeting = meetingIn(fixture('cases/c01-lost-first-name.txt'), given);
    expect(meeting.talks[0]?.speaker).toEqual({ value: '王子墨', how: '--speaker', sure: 1, at: null });
  });
});
