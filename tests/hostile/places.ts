import { codeFence, codeSpan, literal, normalize } from './text.ts';

type Body = (texts: readonly string[]) => string;

/** A place in a section for texts. */
export interface Place {
  readonly name: string;
  /** Selects the elements that show the text; each of them must. */
  readonly selectors: readonly string[];
  readonly body: Body;
}

/** A body with one or more lines per text. */
export const each =
  (line: (text: string, index: number) => string, between = '\n'): Body =>
  (texts) =>
    texts.map(line).join(between);

export const PLACES: readonly Place[] = [
  { name: 'bullet', selectors: ['li'], body: each((text) => `- ${literal(text)}`) },
  { name: 'nested bullet', selectors: ['li li'], body: each((text) => `- a\n  - ${literal(text)}`) },
  { name: 'step', selectors: ['li'], body: each((text, index) => `${index + 1}. ${literal(text)}`) },
  {
    name: 'table cell',
    selectors: ['td:last-child'],
    body: (texts) => `| a | b |\n|---|---|\n${each((text) => `| a | ${literal(text)} |`)(texts)}`,
  },
  {
    name: 'bar',
    selectors: ['li > span'],
    body: (texts) =>
      `| a | b |\n|---|---|\n${each((text, index) => `| ${literal(text)} | ${index} |`)(texts)}`,
  },
  {
    name: 'stack',
    selectors: ['li > span:first-child:not([class])'],
    body: (texts) =>
      `| a | b | c |\n|---|---|---|\n${each((text, index) => `| ${literal(text)} | ${index + 1} | 2 |`)(texts)}`,
  },
  { name: 'stat value', selectors: ['li > strong'], body: each((text) => `- **7${literal(text)}** label`) },
  { name: 'stat label', selectors: ['li'], body: each((text) => `- **7** a${literal(text)}`) },
  {
    name: 'quote',
    selectors: ['blockquote p'],
    body: (texts) => `${each((text) => `> ${literal(text)}`, '\n>\n')(texts)}\n>\n> end`,
  },
  { name: 'paragraph', selectors: ['p'], body: each((text) => literal(text), '\n\n') },
  {
    name: 'marked text',
    selectors: ['strong', 'em', 'del', 'a'],
    body: each((text) => {
      const words = `b${literal(text)}c`;
      const marked = [`**${words}**`, `*${words}*`, `~~${words}~~`, `[${words}](https://example.org/)`];
      return marked.map((text) => `a ${text} d`).join('\n\n');
    }, '\n\n'),
  },
  {
    name: 'refused link text',
    selectors: ['p'],
    body: each((text) => `[${literal(text)}](javascript:1)`, '\n\n'),
  },
  { name: 'image alt', selectors: ['img'], body: each((text) => `a ![${literal(text)}](pixel.png)`, '\n\n') },
  {
    name: 'words of one of several images',
    selectors: ['.picture > p'],
    body: (texts) => `${IMAGE}\n${each((text) => `![${literal(text)}](pixel.png)`)(texts)}`,
  },
  {
    name: 'caption',
    selectors: ['.picture > p'],
    body: (texts) => `${IMAGE}\n${each((text) => `![z](pixel.png "${literal(text)}")`)(texts)}`,
  },
  {
    name: 'text beside an image',
    selectors: ['.words li'],
    body: (texts) => `${IMAGE}\n\n${each((text) => `- ${literal(text)}`)(texts)}`,
  },
  {
    name: 'column',
    selectors: ['.column > h3', '.column li'],
    body: (texts) =>
      `### a\n\n- a\n\n${each((text) => `### ${literal(text)}\n\n- ${literal(text)}`, '\n\n')(texts)}`,
  },
  { name: 'inline code', selectors: ['p > code'], body: each((text) => `a ${codeSpan(text)}`, '\n\n') },
  {
    name: 'code in a cell',
    selectors: ['td > code'],
    body: (texts) => `| a |\n|---|\n${each((text) => `| ${codeSpan(text).replaceAll('|', '\\|')} |`)(texts)}`,
  },
  {
    name: 'code fence',
    selectors: ['pre'],
    body: each((text, index) => codeFence(LANGS[index % LANGS.length] ?? '', text), '\n\n'),
  },
  {
    name: 'code fence in a list',
    selectors: ['li pre'],
    body: each((text) => `- ${codeFence('ts', text).replaceAll('\n', '\n  ')}`),
  },
];

const IMAGE = '![z](pixel.png)';

const LANGS = ['', 'ts', 'vue', 'html', 'md', 'yaml', 'no-such-language', 'c++', 'css', 'plantumlx', 'latex'];

/** The text as shown, with what the place adds around it and without what Markdown cannot keep. */
export function shown(place: string, text: string): string {
  const words = normalize(text);
  if (place === 'stat value') return `7${words}`;
  if (place === 'stat label') return `7 a${words}`;
  return place === 'marked text' ? `b${words}c` : words;
}
