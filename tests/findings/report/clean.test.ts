import { describe, expect, it } from 'vitest';
import { clean, cleanLines, jsonText } from '../../../src/findings/report/clean.ts';
import { everyCharacter } from '../../every-character.ts';

/** Texts with legitimate invisible characters. */
const WRITTEN = [
  '\u{1F469}\u200D\u{1F4BB}', // a woman at a computer: three characters, one picture
  '\u2764\uFE0F \u2764\uFE0E', // a heart in colour, and in black
  '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', // the flag of England
  '\u{1F1E8}\u{1F1F3} \u{1F44D}\u{1F3FD}',
  '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645', // Persian, with a non-joiner
  '\u0915\u094D\u200D\u0937', // Devanagari, with a joiner
  '\u845B\u{E0100}', // a variant of a Chinese character
  'e\u0301\u0302 \uD55C \u1112\u1161\u11AB', // marks, and Korean syllables in parts
  '\u4E2D\u6587\uFF0C\u300C\u00B7\u300D\u2014\u2014 "abc" \u00A0 \u3000 \u{20000}',
];

describe('a line for a terminal', () => {
  it.each([
    ['moves the cursor or colours the screen', /\p{Cc}/u],
    ['turns the direction', /\p{Bidi_Control}/u],
    ['ends the line', /[\p{Zl}\p{Zp}\n\r\u0085]/u],
    [
      'hides in it',
      /\u034F|[\u00AD\u115F\u1160\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0001}\u{E0020}-\u{E007F}]/u,
    ],
  ])('has nothing that %s', (_, kind) => {
    const characters = everyCharacter(kind);
    expect(characters.length).toBeGreaterThan(3);
    const text = characters.map((each) => `a${each}b`).join('');
    expect(clean(text)).toMatch(/^(?:a[ \uFFFD]+b)+$/);
    // Code frames count its columns.
    expect(clean(text)).toHaveLength(text.length);
  });

  it.each(WRITTEN)('keeps %s', (text) => {
    expect(clean(text)).toBe(text);
  });

  it('takes a tag for no part of a flag where there is none', () => {
    expect(clean('\u{1F3F4}\u{E0067}\u{E007F} a\u{E0067}')).toBe('\u{1F3F4}\u{E0067}\u{E007F} a\uFFFD\uFFFD');
  });
});

it('a text of several lines keeps them, and nothing else that moves', () => {
  expect(cleanLines('a\u001B[2J\r\nb\u202Ec\n\td\u2028e')).toBe('a [2J\nb\uFFFDc\n d e');
});

describe('JSON on a terminal', () => {
  const all = everyCharacter(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u200B\uFEFF\p{Cs}\u{E0041}]/u).join('x');
  const value = { [all]: [all, ...WRITTEN], nested: { '\u009B31m': '"\\' } };

  it('gives back every character', () => {
    expect(JSON.parse(jsonText(value))).toEqual(value);
    expect(JSON.parse(jsonText(value, 2))).toEqual(value);
  });

  it('holds none that does something', () => {
    expect(jsonText(value)).toBe(clean(jsonText(value)));
    expect(jsonText(value, 2).replaceAll('\n', '')).toBe(clean(jsonText(value, 2).replaceAll('\n', '')));
    expect(jsonText('\u009B\u202E\u{E0041}')).toBe('"\\u009b\\u202e\\udb40\\udc41"');
  });

  it('is as JSON.stringify has it where there is nothing to escape', () => {
    expect(jsonText({ text: WRITTEN }, 2)).toBe(JSON.stringify({ text: WRITTEN }, null, 2));
  });
});
