import { parser } from '@slidev/cli';
import { expect, test } from 'vitest';
import { compileMeetup, EVENT, talk } from '../compile-meetup.ts';

/** What Slidev would preload for a talk with this body. */
async function preloaded(body: string, title = 'A talk'): Promise<readonly string[]> {
  const { value, findings } = compileMeetup({
    'content/event.md': EVENT.replace('lang:', 'allow: [markup-in-field]\nlang:'),
    'content/talks/01-ada.md': talk(body).replace('A talk', () => JSON.stringify(title)),
  });
  const deck = value?.decks.find(({ deck: { slug } }) => slug === 'ada');
  if (!deck) throw new Error(findings.map(({ code }) => code).join());
  const { slides } = await parser.parse(deck.text, 'ada.md');
  return slides.flatMap(({ images = [] }) => images);
}

/** Matches of the patterns in Slidev's parser, in all forms. */
const LURES = [
  'url(https://evil.example/x.png)',
  'url("x.png")',
  "curl('/x.png')",
  'src="https://evil.example/x.png"',
  "image='x.svg'",
  `:src="'x.png'"`,
  '![a](https://evil.example/x)',
  '![a](x.png)',
];

test.each(LURES.map((lure) => [lure]))('%s is what Slidev looks for', (lure) => {
  expect(parser.extractImagesUsage(`a ${lure} b`, {})).toHaveLength(1);
});

test.each(LURES.map((lure) => [lure]))('%s is not, wherever it is text', async (lure) => {
  const code = `\`${lure}\``;
  const fence = (mark: string) => `${mark}css\n${lure}\n${mark}`;
  const indented = fence('```').replaceAll('\n', '\n  ');
  // As plain text, since a missing image would be a finding.
  const text = lure.startsWith('![a](x') ? 'text' : lure.replaceAll(/[[\]()]/g, '\\$&');
  const bodies = [
    `## One\n\n- ${text}\n- ${code} and **${code}**`,
    `## One\n\n${text}\n\n${text} ${code}`,
    `## ${code}\n\n> ${text} ${code}\n>\n> —— ${text}`,
    `## One\n\n| a | ${code} |\n|---|---|\n| ${code} | ${text} |`,
    `## One\n\n- **7** ${text}\n- **8** ${code}`,
    `## One\n\n${fence('```')}`,
    `## One\n\n${fence('~~~')}\n\nOther text\n\n${fence('```')}\n\nMore`,
    `## One\n\n- a\n\n  ${indented}\n- b`,
    `## One\n\n> a\n>\n> ${fence('```').replaceAll('\n', '\n> ')}`,
    `## One\n\n1. a\n   - b\n\n     ${fence('```').replaceAll('\n', '\n     ')}`,
    `## One\n\n\`\`\`\`css\n\`\`\`\n${lure}\n\`\`\`\n${lure}\n\`\`\`\`\n\nx`,
    `## One\n\n- a\n\n<!-- ${text} ${code} -->\n\n## Two\n\n- b`,
  ];
  for (const body of bodies)
    expect({ body, images: await preloaded(body, text) }).toEqual({ body, images: [] });
});

test.each([
  [
    'https://example.org/url(https://evil.example/x.png)',
    '<https://example.org/url%28https://evil.example/x.png)>',
  ],
  ['https://example.org/?a=URL(x.png)', '<https://example.org/?a=URL%28x.png)>'],
  ['https://example.org/?![a](x.png)', '<https://example.org/?!%5Ba](x.png)>'],
  ['https://example.org/?src=%22x.png%22', 'https://example.org/?src=%22x.png%22'],
])('an address of a link is not: %s', async (address, written) => {
  const body = `## One\n\n- [a](<${address}>) and <${address.replaceAll(/[![\]]/g, '')}>\n\n<!-- [b](<${address}>) -->`;
  expect(await preloaded(body)).toEqual([]);
  const { value } = compileMeetup({
    'content/event.md': EVENT,
    'content/talks/01-ada.md': talk(body),
  });
  expect(value?.decks.find(({ deck: { slug } }) => slug === 'ada')?.text).toContain(`](${written})`);
});
