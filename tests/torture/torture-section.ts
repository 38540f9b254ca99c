import { drawing, type Language, marked, tortureText } from './torture-text.ts';

export const KINDS = [
  'points',
  'nested',
  'steps',
  'text',
  'prose',
  'table',
  'wide',
  'bars',
  'timeline',
  'stats',
  'quote',
  'code',
  'blocks',
] as const;
export type Kind = (typeof KINDS)[number];

/** Parameters of a section. */
export interface Recipe {
  readonly kind: Kind;
  readonly language: Language;
  readonly items: number;
  /** Characters per item. */
  readonly length: number;
  readonly framed: boolean;
  readonly seed: number;
}

export interface TortureSection {
  readonly recipe: Recipe;
  readonly markdown: string;
  /** Everything below its heading, in order, as plain text. */
  readonly texts: readonly string[];
}

/**
 * A section of a talk, as Markdown.
 * @param title unique in its talk
 */
export function tortureSection(recipe: Recipe, title: string): TortureSection {
  const draw = drawing(recipe.seed);
  const texts: string[] = [];
  const say = (length = recipe.length): string => {
    const text = tortureText(recipe.language, length, draw);
    texts.push(text);
    return marked(text, draw);
  };
  const plain = (text: string): string => {
    texts.push(text);
    return text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
  };
  const each = <T>(make: (index: number) => T, count = recipe.items): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const framed = recipe.framed && FRAMED.includes(recipe.kind);
  const lead = framed ? `${say(80)}\n\n` : '';
  const body = bodyOf(recipe, { say, plain, each, draw });
  const aside = framed ? `\n\n${say(60)}` : '';
  const marker = MARKERS[recipe.kind] ?? '';
  return { recipe, markdown: `## ${title}${marker}\n\n${lead}${body}${aside}`, texts };
}

/** Kinds that may have a paragraph before and after. */
const FRAMED: readonly Kind[] = [
  'points',
  'nested',
  'steps',
  'table',
  'wide',
  'bars',
  'timeline',
  'stats',
  'quote',
  'code',
];
const MARKERS: Partial<Record<Kind, string>> = {
  bars: ' {.bars}',
  timeline: ' {.timeline}',
  stats: ' {.stats}',
};

interface Pen {
  say(length?: number): string;
  plain(text: string): string;
  each<T>(make: (index: number) => T, count?: number): T[];
  draw(below: number): number;
}

function bodyOf({ kind, items, length }: Recipe, { say, plain, each, draw }: Pen): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const fence = (count: number, width: number) => {
    const lines = each((index) => codeLine(index, width), count);
    for (const line of lines) plain(line);
    return `\`\`\`js\n${lines.join('\n')}\n\`\`\``;
  };
  switch (kind) {
    case 'points':
      return each(() => `- ${say()}`).join('\n');
    case 'nested':
      return each(
        () => `- ${say()}\n${each(() => `  - ${say()}\n    - ${say(Math.ceil(length / 2))}`, 2).join('\n')}`,
      ).join('\n');
    case 'steps':
      return each((index) => `${index + 1}. ${say()}`).join('\n');
    case 'text':
      return each(() => say()).join('\n\n');
    case 'prose':
      return say(items * length);
    case 'table':
    case 'wide': {
      const columns = kind === 'wide' ? 14 : items > 20 ? 2 : 3;
      const header = row(each((index) => plain(`H${index + 1}`), columns));
      const rows = each(() => row(each(() => say(kind === 'wide' ? Math.min(length, 12) : length), columns)));
      return [header, `|${'---|'.repeat(columns)}`, ...rows].join('\n');
    }
    case 'bars': {
      const header = row(['Name', plain('Amount')]);
      const rows = each(() => row([say(Math.min(length, 60)), plain(String(1 + draw(900)))]));
      // The header row does not show on the slide.
      return [header, '|---|---|', ...rows].join('\n');
    }
    case 'timeline':
      return each((index) => `- **${plain(`${2000 + index} 年`)}** ${say()}`).join('\n');
    case 'stats':
      return each(() => `- **${plain(`${1 + draw(9999)} 万`)}** ${say()}`).join('\n');
    case 'quote':
      return `${each(() => `> ${say()}`).join('\n>\n')}\n>\n> \u2014\u2014 ${plain('某人')}`;
    case 'code':
      return fence(items, length);
    case 'blocks':
      return [
        `### ${say(20)}`,
        say(length * 2),
        each(() => `- ${say()}`).join('\n'),
        `#### ${say(30)}`,
        `> ${say(length * 3)}`,
        fence(Math.min(30, items), 40),
        [row([plain('A'), plain('B')]), '|---|---|', ...each(() => row([say(), say()]))].join('\n'),
        say(),
      ].join('\n\n');
  }
}

function codeLine(index: number, length: number): string {
  if (index % 7 === 6) return '';
  const indent = '  '.repeat(index % 3);
  return `${indent}call${index}(${'x, '.repeat(Math.ceil(length / 4))}0);`.slice(0, Math.max(8, length));
}
