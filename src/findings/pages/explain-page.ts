import MarkdownIt from 'markdown-it';
import type { Colors } from 'picocolors/types.js';
import stringWidth from 'string-width';
import { type FindingPage, marksOf, TOPICS } from './finding-page.ts';

/** A page and the text around it, in a language. */
export interface ExplainWords {
  page(page: FindingPage): FindingPage;
  foundBy(command: string): string;
  topic(topic: FindingPage['about']): string;
  readonly more: string;
}

/** A page of `talkdeck explain` in another language; its examples are the same in all. */
export interface PageWords {
  readonly title: string;
  /** Markdown. */
  readonly meaning: string;
}

export type PageTable<Findings> = Readonly<Record<keyof Findings, PageWords>>;

export const EXPLAIN_IN_ENGLISH: ExplainWords = {
  page: (page) => page,
  foundBy: (command) => `found by ${command}`,
  topic: (topic) => topic,
  more: 'talkdeck explain CODE says more.',
};

/** The page about a finding, for people. @param width of the terminal in columns */
export function explainPage(page: FindingPage, colors: Colors, width: number, words: ExplainWords): string {
  const { code, severity, found, body } = page;
  const facts = `${severity}, ${words.foundBy(`talkdeck ${found}`)}`;
  return `${colors.bold(code)} ${colors.dim(facts)}\n\n${terminalMarkdown(body, colors, width)}`;
}

/** All codes by topic, one per line, for a terminal. */
export function listFindings(pages: readonly FindingPage[], colors: Colors, words: ExplainWords): string {
  const width = Math.max(...pages.map(({ code }) => code.length));
  const topics = TOPICS.flatMap((topic) => {
    const own = pages.filter(({ about }) => about === topic);
    const lines = own.map(({ code, title }) => `  ${colors.green(code.padEnd(width))}  ${title}`);
    return own.length === 0 ? [] : [[colors.bold(colors.cyan(words.topic(topic))), ...lines].join('\n')];
  });
  return [...topics, colors.dim(words.more)].join('\n\n');
}

type Token = ReturnType<MarkdownIt['parse']>[number];

/**
 * Formats Markdown for a terminal: headings, paragraphs, lists and fences, in colour. A fence's `{3}` marks its third
 * line.
 * @param width of paragraphs in columns; code is not wrapped
 */
export function terminalMarkdown(source: string, colors: Colors, width: number): string {
  let text = '';
  const add = (block: string, gap: '\n' | '\n\n'): void => {
    text += text === '' ? block : gap + block;
  };
  let [heading, bullet, items] = ['', '', 0];
  for (const token of new MarkdownIt().parse(source, {})) {
    switch (token.type) {
      case 'heading_open':
        heading = token.tag;
        break;
      case 'heading_close':
        heading = '';
        break;
      case 'list_item_open':
        bullet = '- ';
        items += 1;
        break;
      case 'bullet_list_close':
        bullet = '';
        items = 0;
        break;
      case 'fence':
        // Directly below the path of its file.
        add(fence(token, colors), '\n');
        break;
      case 'inline':
        add(
          heading === ''
            ? wrap(inline(token.children ?? [], colors), width, bullet)
            : colors.bold(colors.cyan(inline(token.children ?? [], colors))),
          items > 1 ? '\n' : '\n\n',
        );
        break;
    }
  }
  return text;
}

function fence({ content, info }: Token, { dim, red, green }: Colors): string {
  const marks = marksOf(info);
  return content
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const gutter = `${marks.includes(index + 1) ? red('>') : ' '} ${dim('|')}`;
      return line === '' ? gutter : `${gutter} ${green(line)}`;
    })
    .join('\n');
}

function inline(tokens: readonly Token[], colors: Colors): string {
  let [isStrong, isEmphasized] = [false, false];
  return tokens
    .map(({ type, content }) => {
      switch (type) {
        case 'strong_open':
        case 'strong_close':
          isStrong = type === 'strong_open';
          return '';
        case 'em_open':
        case 'em_close':
          isEmphasized = type === 'em_open';
          return '';
        case 'code_inline':
          return words(content, colors.green);
        case 'softbreak':
          return ' ';
        default:
          return words(content, (word) => {
            const strong = isStrong ? colors.bold(word) : word;
            return isEmphasized ? colors.italic(strong) : strong;
          });
      }
    })
    .join('');
}

/** Colours each word separately, so that lines can be wrapped between any two. */
function words(text: string, paint: (word: string) => string): string {
  return text
    .split(' ')
    .map((word) => (word === '' ? '' : paint(word)))
    .join(' ');
}

/** Lines break at spaces, and between Chinese characters, but not before a closing sign or after an opening one. */
function wrap(text: string, width: number, bullet: string): string {
  const indent = ' '.repeat(bullet.length);
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(BETWEEN_WORDS)) {
    const longer = line + piece;
    if (line !== '' && bullet.length + stringWidth(longer.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece;
    } else line = longer;
  }
  return [...lines, line].map((each, index) => `${index === 0 ? bullet : indent}${each}`).join('\n');
}

const BETWEEN_WORDS =
  /(?<= )|(?<=[\p{Script=Han}，。：；、！？）”》])(?=[\p{Script=Han}（“《])|(?<=[，。：；、！？）”》])(?=[\w`])/u;
