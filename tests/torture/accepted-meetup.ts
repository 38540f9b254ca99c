import type { Files } from '../compile-meetup.ts';
import { drawing, LANGUAGES, type Language, marked, tortureText } from './torture-text.ts';

type Draw = (below: number) => number;

/** Lengths of names, titles and topics; the longest ones are rare. */
const LENGTHS = [2, 6, 12, 20, 33, 41, 55, 80, 120, 200] as const;
const FIRST = [
  'Zoë',
  'Søren',
  'Aoife',
  'Jean-François',
  'Wolfeschlegelsteinhausen',
  '欧阳',
  'Mary Ann',
  '山田',
];
const LAST = [
  'Müller-Ñúñez',
  'Østergård',
  'Ní Bhriain',
  'Lindqvist',
  'van der Westhuizen',
  '娜娜',
  '太郎',
  'O’Neill-Smythe',
];
const EMOJI = ['🚀', '🇩🇪', '✅', '👩‍💻'];

/**
 * A meetup with names, questions, titles and topics of any length, and sections that mix all kinds in any order.
 * `check` may reject some of it.
 */
export function acceptedMeetup(seed: number, lang: string, talks = 6, questions = 9): Files {
  const draw = drawing(seed);
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const language = (): Language => (draw(3) > 0 ? (lang === 'en' ? 'en' : 'zh') : pick(LANGUAGES));
  const words = (longest: number = LENGTHS.length) =>
    tortureText(language(), LENGTHS[draw(longest)] ?? 12, draw);
  const quoted = (longest?: number) => JSON.stringify(words(longest));
  const names = Array.from(
    { length: talks },
    (_, index) => `${pick(FIRST)} ${pick(LAST)} ${'ABCDEFGHIJ'[index]}`,
  );
  const files: Record<string, string> = {
    'content/event.md': `---\ntitle: ${quoted(8)}\nlang: ${lang}\nhost: Ingrid Lindqvist\nsubtitle: ${quoted(8)}\norganizer: ${quoted(7)}\nclosing: ${quoted(7)}\n---\n`,
  };
  names.forEach((name, index) => {
    const optional = (field: string, longest: number) =>
      draw(2) > 0 ? `${field}: ${quoted(longest)}\n` : '';
    const facts = Array.from({ length: draw(6) }, () => `  - ${quoted(6)}\n`).join('');
    const head = `speaker: ${name}\n${optional('role', 5)}${optional('org', 4)}title: ${quoted(9)}\ntakeaway: ${quoted(9)}\n${facts && `facts:\n${facts}`}`;
    const sections = Array.from({ length: 3 + draw(8) }, (_, at) => mixedSection(at + 1, words, draw));
    files[`content/talks/${index + 1}-talk-${index + 1}.md`] =
      `---\n${head}---\n\n${sections.join('\n\n')}\n`;
  });
  for (let number = 1; number <= questions; number += 1) {
    const answers = [
      ...new Set(Array.from({ length: 1 + draw(5) }, () => pick([...names, 'Ingrid Lindqvist']))),
    ];
    const turns = answers.map(
      (name) => `### ${name}\n\n${mixedBlocks(1 + draw(3), words, draw).replaceAll(/^### /gm, '#### ')}`,
    );
    const asked = draw(2) > 0 ? `askedTo: ${JSON.stringify([...new Set([pick(names), pick(names)])])}\n` : '';
    files[`content/qa/${number}-q-${number}.md`] =
      `---\nquestion: ${quoted(9)}\naskedBy: ${pick([...names, 'The audience'])}\n${asked}topic: ${quoted(6)}\n---\n\n${turns.join('\n\n')}\n`;
  }
  return files;
}

/** A heading with code, bold, emoji and both scripts, and blocks in any order. */
function mixedSection(number: number, words: (longest: number) => string, draw: Draw): string {
  return `## ${number} ${heading(words(6), draw)}\n\n${mixedBlocks(1 + draw(7), words, draw)}`;
}

function heading(text: string, draw: Draw): string {
  const more = [
    '',
    ' `astro:config-setup()`',
    ' **deux fois**',
    ` ${EMOJI[draw(EMOJI.length)]}`,
    ' 中文 `go run`',
  ];
  return `${marked(text, draw)}${more[draw(more.length)]}`;
}

const pickKind = (draw: Draw) => ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'][draw(5)];

function mixedBlocks(count: number, words: (longest: number) => string, draw: Draw): string {
  const prose = (longest = 10) =>
    `${marked(words(longest), draw)}${draw(3) === 0 ? ` [\`hook:setup\`](https://example.org/) \`${'x'.repeat(1 + draw(30))}\`` : ''}`;
  const lines = (make: (index: number) => string, most = 6) =>
    Array.from({ length: 1 + draw(most) }, (_, index) => make(index)).join('\n');
  const blocks: readonly (() => string)[] = [
    () => prose(),
    () => `${prose()}\n${prose()}`,
    () => lines(() => `- ${prose(8)}${draw(4) === 0 ? `\n  - ${prose(6)}` : ''}`),
    () => lines((index) => `${index + 1}. ${prose(8)}`),
    () => `### ${heading(words(6), draw)}`,
    () => `#### ${heading(words(5), draw)}`,
    () =>
      `\`\`\`ts\n${lines((index) => `${'  '.repeat(index % 3)}const x${index} = ${'y'.repeat(draw(70))};`, 14)}\n\`\`\``,
    () => lines(() => `> ${prose(9)}`, 3),
    () => `> [!${pickKind(draw)}]${draw(2) > 0 ? ` ${prose(5)}` : ''}\n${lines(() => `> ${prose(8)}`, 3)}`,
    () => lines(() => `${marked(words(4), draw)}\n: ${prose(8)}\n`, 3),
    () => `| ${words(4)} | B |\n|---|---|\n${lines(() => `| ${prose(7)} | ${prose(5)} |`)}`,
  ];
  const parts = Array.from({ length: count }, () => blocks[draw(blocks.length)]?.() ?? '');
  // A heading needs content after it.
  if (/^#/.test(parts.at(-1) ?? '')) parts.push(prose());
  return parts.join('\n\n');
}
