import { htmlEdits } from '../../content/validate/html-edits.ts';
import { type Because, type DeckLine, headingOf, isBlankLine, type LeftOut } from './deck-lines.ts';
import type { DeckTool, RawSlide } from './split-slides.ts';

/** A slide in the Markdown of summaries. */
export interface ReadSlide {
  /** Null if it has none. */
  readonly title: string | null;
  readonly lines: readonly string[];
  /** Visible only to the speaker. */
  readonly notes: readonly string[];
  readonly left: readonly LeftOut[];
}

/** Stores a picture where summaries expect it. @returns the Markdown for it; null for none */
export type PlacePicture = (picture: {
  readonly src: string;
  readonly alt: string;
  readonly line: number;
}) => string | null;

/** Translates a slide line by line; parts for which a summary has no place are dropped and reported. */
export function readSlide(slide: RawSlide, tool: DeckTool, place: PlacePicture): ReadSlide {
  const left: LeftOut[] = [];
  const notes: string[] = [];
  const shown: string[] = [];
  let title: string | null = null;
  const lines = [...slide.lines];
  const leave = ({ number, text }: DeckLine, because: Because) => {
    left.push({ line: number, text: text.trim(), because });
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) continue;
    if (line.isCode) {
      const code = codeLine(lines, index);
      if (code !== null) shown.push(code);
      const because = lostOfCode(line.text);
      if (because !== null) leave(line, because);
      continue;
    }
    const block = blockAt(lines, index, tool);
    if (block) {
      const text = block.inside
        .map((each) => each.text)
        .join('\n')
        .trim();
      if (block.is === 'note') notes.push(text);
      else leave(line, block.is);
      // Text next to it on its lines is read again.
      lines[block.end] = { ...line, text: block.beside };
      index = block.end - 1;
      continue;
    }
    const because = goneBecause(line);
    if (because !== null) {
      if (because !== 'closing') leave(line, because);
      // It separated the text above from the text below.
      shown.push('');
      continue;
    }
    const heading = headingOf(line) ?? setextHeading(lines, index);
    if (!heading) {
      shown.push(textLine(line, left, place));
      continue;
    }
    if (headingOf(line) === null) index += 1;
    const words = headingWords({ ...line, text: heading.words }, left, place);
    if (title === null) title = words;
    else shown.push('', `### ${words}`, '');
  }
  return { title, lines: tidy(shown), notes, left };
}

interface Block {
  readonly is: 'note' | Because;
  readonly inside: readonly { readonly text: string }[];
  /** Other text on its lines. */
  readonly beside: string;
  /** Index of its last line. */
  readonly end: number;
}

/** Speaker notes and instructions in a comment, styles and scripts, a fenced block, notes up to the slide's end. */
function blockAt(lines: readonly DeckLine[], index: number, tool: DeckTool): Block | null {
  const { text = '' } = lines[index] ?? {};
  const comment = text.indexOf('<!--');
  if (comment >= 0) return commentAt(lines, index, comment);
  const element = /^\s*<(style|script|aside)\b[^>]*>/i.exec(text);
  if (element?.[1]) {
    const name = element[1].toLowerCase();
    const end = endOf(lines, index, (each) => each.toLowerCase().includes(`</${name}>`));
    const inside = between(lines, index, end).map((each) => ({
      text: each.text.replaceAll(/<\/?aside\b[^>]*>/gi, ''),
    }));
    return { is: name === 'aside' ? 'note' : 'look', inside, beside: '', end };
  }
  if (/^:{3,}\s*\{?\s*\.?(?:notes|speaker)\b/i.test(text)) {
    const end = endOf(lines, index + 1, (each) => /^:{3,}\s*$/.test(each));
    return { is: 'note', inside: between(lines, index + 1, end - 1), beside: '', end };
  }
  if (tool !== 'slidev' && tool !== 'marp' && /^(?:speaker )?notes?:/i.test(text)) {
    const inside = between(lines, index, lines.length - 1).map((each, nth) =>
      nth === 0 ? { text: each.text.replace(/^[^:]*:\s*/, '') } : each,
    );
    return { is: 'note', inside, beside: '', end: lines.length - 1 };
  }
  if (/^\s*<[A-Za-z][\w-]*(?:\s[^<>]*)?$/.test(text)) {
    const end = endOf(lines, index, (each) => each.includes('>'));
    return { is: 'component', inside: [], beside: '', end };
  }
  return null;
}

function commentAt(lines: readonly DeckLine[], index: number, start: number): Block {
  const end = endOf(lines, index, (each, nth) => each.includes('-->', nth === index ? start : 0));
  const whole = between(lines, index, end)
    .map((each) => each.text)
    .join('\n')
    .slice(start + 4);
  const [inside = '', ...after] = whole.split('-->');
  const is = DIRECTIVES.test(inside.trim()) ? 'look' : 'note';
  const { text = '' } = lines[index] ?? {};
  return {
    is,
    inside: [{ text: inside }],
    beside: `${text.slice(0, start).trimEnd()}${after.join('-->')}`,
    end,
  };
}

const DIRECTIVES =
  /^(?:_?(?:class|paginate|headingDivider|background[A-Za-z]*|color|header|footer|theme|size|style|math|transition|fit|backdrop)|\.(?:slide|element)|marp)\s*:|^fit$/;

function endOf(
  lines: readonly DeckLine[],
  from: number,
  is: (text: string, index: number) => boolean,
): number {
  for (let index = from; index < lines.length; index += 1)
    if (is(lines[index]?.text ?? '', index)) return index;
  return lines.length - 1;
}

function between(lines: readonly DeckLine[], first: number, last: number): readonly DeckLine[] {
  return lines.slice(first, last + 1);
}

/** Why a whole line is dropped; null if it stays. Closing lines are dropped silently. */
function goneBecause({ text }: DeckLine): Because | 'closing' | null {
  if (/^:{3,}\s*$/.test(text) || /^(?:\s*<\/[A-Za-z][\w:.-]*>)+\s*$/.test(text)) return 'closing';
  if (/^::[a-z][\w-]*::\s*$|^:{3,}\s*\S/.test(text)) return 'look';
  if (/^(?:\. \. \.|\\(?:pause|newpage|pagebreak)\b.*)\s*$/.test(text)) return 'animation';
  if (/^<<<\s|^\s*\{\{[<%].*[>%]\}\}\s*$/.test(text)) return 'included';
  if (/^(?:\[\[?_?toc_?\]\]?|<Toc\b[^>]*>)\s*$/i.test(text)) return 'component';
  if (/^\s*(?:<\/?v-[\w-]+(?:\s[^<>]*)?>\s*)+$/.test(text)) return 'animation';
  if (/<img\b/i.test(text) || !/^\s*(?:<\/?[A-Za-z][\w:.-]*(?:\s[^<>]*)?\/?>\s*)+$/.test(text)) return null;
  return /<[A-Z]|<[a-z]+-/.test(text) ? 'component' : 'look';
}

/** A line of code for a summary; null if it is dropped. */
function codeLine(lines: readonly DeckLine[], index: number): string | null {
  const { text = '' } = lines[index] ?? {};
  const [, indent = '', signs = '', info = ''] = /^(\s*)(`{3,}|~{3,})(?![`~])\s*(\S.*)$/.exec(text) ?? [];
  if (/^\s*`{4,}.*magic-move/.test(text)) return null;
  if (/^\s*`{4,}\s*$/.test(text) && isMagicEnd(lines, index)) return null;
  if (/^#\|/.test(text)) return null;
  if (signs === '') return text;
  const lang = /^\{?\.?([\w+#-]+)/.exec(info)?.[1] ?? '';
  const marked = MARKED_LINES.exec(info)?.[1];
  return `${indent}${signs}${lang}${marked === undefined ? '' : ` {${marked}}`}`;
}

/** Lines to highlight: `{2,3}`, or `[2|3]` in reveal.js. */
const MARKED_LINES = /[{[]([\d,|\s*-]+)[}\]]/;

/** Why part of a code fence's info string was dropped; null if nothing was. */
function lostOfCode(text: string): Because | null {
  const [, info = ''] = /^\s*(?:`{3,}|~{3,})(?![`~])\s*(\S.*)$/.exec(text) ?? [];
  if (/magic-move|monaco|v-click/.test(info)) return 'animation';
  const rest = info
    .replace(MARKED_LINES, '')
    .replace(/^\{?\.?[\w+#-]+\s*\}?/, '')
    .trim();
  return rest === '' ? null : 'look';
}

function isMagicEnd(lines: readonly DeckLine[], index: number): boolean {
  const opening = lines.slice(0, index).findLast(({ text }) => /^\s*`{4,}/.test(text));
  return opening !== undefined && /magic-move/.test(opening.text);
}

function setextHeading(lines: readonly DeckLine[], index: number): { readonly words: string } | null {
  const [line, below] = [lines[index], lines[index + 1]];
  if (!line || !below || isBlankLine(line) || below.isCode || !/^(?:=+|-{2,})\s*$/.test(below.text))
    return null;
  return /^\s*(?:[-*+>|]|\d+[.)])/.test(line.text) ? null : { words: line.text.trim() };
}

/** Keeps an anchor; drops classes and settings of a heading. */
function headingWords(line: DeckLine, left: LeftOut[], place: PlacePicture): string {
  const [attributes = ''] = /\s*\{:?[^{}]*\}\s*$/.exec(line.text) ?? [];
  const anchor = /#[\w-]+/.exec(attributes)?.[0];
  const words = attributes === '' ? line.text : line.text.slice(0, -attributes.length);
  if (attributes !== '' && attributes.trim() !== `{${anchor}}`)
    left.push({ line: line.number, text: attributes.trim(), because: 'look' });
  return `${textLine({ ...line, text: words }, left, place)}${anchor === undefined ? '' : ` {${anchor}}`}`;
}

/** Text of a line: HTML as Markdown, without attributes, and with pictures at their new paths. */
function textLine(line: DeckLine, left: LeftOut[], place: PlacePicture): string {
  const { number } = line;
  const leave =
    (because: Because) =>
    (text: string, kept = '') => {
      left.push({ line: number, text: text.trim(), because });
      return kept;
    };
  return applyTo(line.text)
    .replaceAll(/\[([^[\]]{1,200})\]\{[.#][^{}]{1,200}\}/g, (whole, words: string) =>
      leave('look')(whole, words),
    )
    .replaceAll(/(?<=[)\]])\{:?\s*[^{}\n]{1,200}\}/g, (text) => leave('look')(text))
    .replaceAll(/\{:\s*[.#][^{}\n]{1,200}\}/g, (text) => leave('look')(text))
    .replaceAll(/<\/?v-[\w-]+(?:\s[^<>]*)?>/g, (text) =>
      text.startsWith('</') ? '' : leave('animation')(text),
    )
    .replaceAll(/<\/?(?:span|div|font|small|big|center|section|u)\b[^<>]*>/gi, (text) =>
      text.startsWith('</') ? '' : leave('look')(text),
    )
    .replaceAll(/<[A-Z][\w.]*(?:\s[^<>]*)?\/?>|<\/[A-Z][\w.]*>/g, (text) =>
      text.startsWith('</') ? '' : leave('component')(text),
    )
    .replaceAll(/!\[([^\]]*)\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g, (_, words: string, src: string) => {
      const alt = words.replaceAll(MARP_WORDS, '').replaceAll(/\s+/g, ' ').trim();
      return place({ src, alt, line: number }) ?? '';
    })
    .trimEnd();
}

/** Marp's instructions for placing a picture, in place of its description. */
const MARP_WORDS =
  /(?<!\S)(?:bg|fit|contain|cover|auto|left|right|vertical|(?:left|right|w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia):\S+|\d+%)(?!\S)/g;

function applyTo(text: string): string {
  let result = text;
  for (const { at, text: right } of [...htmlEdits([text], { first: 1, last: 1 })].reverse())
    result = result.slice(0, at.column - 1) + right + result.slice(at.column - 1 + at.length);
  return result;
}

/** Removes blank lines at both ends, and repeated ones. */
function tidy(lines: readonly string[]): readonly string[] {
  const kept = lines.filter((line, index) => line.trim() !== '' || (lines[index - 1] ?? '').trim() !== '');
  const first = kept.findIndex((line) => line.trim() !== '');
  const last = kept.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? [] : kept.slice(first, last + 1);
}
