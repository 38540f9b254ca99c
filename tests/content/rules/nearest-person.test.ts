import { describe, expect, it, test } from 'vitest';
import { nearestPerson, severalPeople } from '../../../src/content/rules/nearest-person.ts';
import { toMessage } from '../../../src/findings/finding.ts';
import { check, tempMeetup } from '../temp-meetup.ts';

const KNOWN = [
  'Ada Moreno',
  'Bea Stone',
  'Conor O’Brien',
  'Ana María • Cruz',
  'Ingrid Möller',
  'Robert Young',
  'Alexander Park',
  'Jean-Luc Dubois',
  '黄东旭',
  '刘超',
];

describe('nearestPerson', () => {
  const MEANT: Readonly<Record<string, string | null>> = {
    Ada: 'Ada Moreno',
    Moreno: 'Ada Moreno',
    'Moreno, Ada': 'Ada Moreno',
    'A. Moreno': 'Ada Moreno',
    'Dr. Stone': 'Bea Stone',
    'ada moreno': 'Ada Moreno',
    'Ada Mореno': 'Ada Moreno',
    "Conor O'Brien": 'Conor O’Brien',
    'Ana Maria · Cruz': 'Ana María • Cruz',
    'Ingrid Moller': 'Ingrid Möller',
    'Ingrid\u00A0Möller': 'Ingrid Möller',
    'Jean‑Luc Dubois': 'Jean-Luc Dubois',
    Bob: 'Robert Young',
    'Bob Young': 'Robert Young',
    Rob: 'Robert Young',
    'Alex Park': 'Alexander Park',
    Allex: null,
    东旭: '黄东旭',
    黄总: null,
    '黄东旭(PingCAP)': '黄东旭',
    刘朝: '刘超',
    Zoe: null,
    '': null,
  };

  it.each(Object.entries(MEANT))('%s', (written, name) => {
    expect(nearestPerson(written, KNOWN)?.name ?? null).toBe(name);
  });

  it('names nobody where two may be meant', () => {
    expect(nearestPerson('Ada', ['Ada Moreno', 'Ada King'])).toBeNull();
  });

  it('says which signs differ where both read the same', () => {
    expect(nearestPerson("Conor O'Brien", KNOWN)?.signs).toEqual([{ here: "'", there: '’' }]);
    expect(nearestPerson('Ada', KNOWN)?.signs).toEqual([]);
  });
});

test('several people in one heading', () => {
  expect(severalPeople('Bea Stone and Ada', KNOWN)).toEqual(['Bea Stone', 'Ada Moreno']);
  expect(severalPeople('黄东旭、刘超', KNOWN)).toEqual(['黄东旭', '刘超']);
  expect(severalPeople('Bea Stone and somebody', KNOWN)).toEqual([]);
  expect(severalPeople('Bea Stone', KNOWN)).toEqual([]);
});

test('a name with other characters is distinguished from the right one, and fixed', () => {
  const head = '---\nquestion: Why?\naskedBy: Guest\ntopic: All\n---\n\n';
  using meetup = tempMeetup({
    'event.md': "---\ntitle: Night\nlang: en\npeople: [Conor O’Brien, 'Bea Stone', Ada Moreno]\n---\n",
    'qa/01-start.md': `${head}### Conor O'Brien\n\n- Yes.\n\n### Ada\n\n- No.\n\n### Ada & Bea Stone\n\n- Well.\n`,
  });
  const found = check(meetup.root).filter(({ code }) => code === 'unknown-person');
  expect(found.map((one) => toMessage(one).what.replace(/^.*event\.md\. /, ''))).toEqual([
    'Did you mean "Conor O’Brien"? It has ’, not \'.',
    'Did you mean "Ada Moreno"?',
    'Did you mean "Ada Moreno" and "Bea Stone"?',
  ]);
  expect(found.map((one) => one.edits?.map(({ text }) => text) ?? null)).toEqual([
    ['Conor O’Brien'],
    null,
    null,
  ]);
  expect(found.map((one) => toMessage(one).fix)).toEqual([
    'Write "Conor O’Brien", as "check --fix" does. If it is somebody else, add them to "people" in event.md, or say who it is here: "Conor O\'Brien (audience)".',
    'Write "Ada Moreno". If it is somebody else, add them to "people" in event.md, or say who it is here: "Ada (audience)".',
    'Write a heading for each, with what they said below it: "### Ada Moreno", "### Bea Stone". In "askedTo", several are a list.',
  ]);
});

test('two names that read the same are named, the later one', () => {
  const talk = (name: string) => `---\nspeaker: ${name}\ntitle: 开源\ntakeaway: 别怕\n---\n\n## 一\n\n- x\n`;
  using meetup = tempMeetup({
    'event.md': '---\ntitle: Night\nlang: en\nhost: Ingrid Moller\npeople: [Ingrid Möller]\n---\n',
    'talks/01-huang.md': talk("Conor O'Brien"),
    'talks/02-conor.md': talk('Conor O’Brien'),
    'talks/03-conor.md': talk('Conor O’Neill'),
    'qa/01-start.md': null,
  });
  const found = check(meetup.root).filter(({ code }) => code === 'similar-person');
  expect(found.map((one) => [one.file, one.at.line, toMessage(one).what])).toEqual([
    [
      'content/event.md',
      5,
      '"Ingrid Möller" looks like "Ingrid Moller" in content/event.md:4, but is a different name.',
    ],
    [
      'content/talks/02-conor.md',
      2,
      '"Conor O’Brien" looks like "Conor O\'Brien" in content/talks/01-huang.md:2, but is a different name.',
    ],
  ]);
});
