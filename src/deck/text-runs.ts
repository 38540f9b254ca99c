import type { Inline } from '../content/inline.ts';
import type { Font } from '../fonts/font.ts';
import type { TextStyle } from './measure-text.ts';
import { SUBHEADING, type Type } from './typeset/canvas.ts';
import type { Page } from './typeset/page.ts';

/** Text in one style. */
export interface Run {
  readonly text: string;
  readonly style: TextStyle;
  /** At both ends, in pixels. */
  readonly padding: number;
}

/** What a text is set in, besides its marks. */
export interface TextType extends Type {
  /** Figures of one width, as in tables. */
  readonly tabular?: boolean;
}

/** Inline code is 0.9 times as large as the text around it, but 20 px at least. */
const CODE_SCALE = 0.9;
const SMALLEST_CODE = 20;
const CODE_PADDING = 4;

/** The runs of each line that the author began: a hard break ends one. */
export function textRuns(
  inlines: readonly Inline[],
  type: TextType,
  page: Page,
): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  const add = (text: string, style: TextStyle, padding = 0) => lines.at(-1)?.push({ text, style, padding });
  const visit = (inline: Inline, bold: boolean, italic: boolean): void => {
    switch (inline.type) {
      case 'text':
        add(inline.text, { ...styleOf(type, bold, page), italic });
        break;
      case 'code':
        add(inline.text.replaceAll(/\s+/g, ' '), codeStyle(type, page), CODE_PADDING);
        break;
      case 'break':
        lines.push([]);
        break;
      case 'image':
        break;
      default:
        for (const child of inline.children) {
          visit(child, bold || inline.type === 'strong', italic || inline.type === 'emphasis');
        }
    }
  };
  for (const inline of inlines) visit(inline, type.bold, false);
  return lines;
}

function styleOf(type: TextType, bold: boolean, page: Page): TextStyle {
  const { tabular = false } = type;
  return {
    size: type.size,
    bold,
    mono: false,
    tabular,
    own: ownFont(type, bold, page),
    chinese: page.chinese,
  };
}

function ownFont(type: Type, bold: boolean, { fonts, scale }: Page): Font | null {
  const headings = [scale.heading, scale.question, scale.answerHeading, scale.coverHeading, SUBHEADING];
  if (fonts.heading && headings.includes(type)) return fonts.heading;
  return bold ? fonts.bold : fonts.regular;
}

function codeStyle(type: Type, { fonts, chinese }: Page): TextStyle {
  const size = Math.max(SMALLEST_CODE, CODE_SCALE * type.size);
  return { size, bold: false, mono: true, own: fonts.code, chinese };
}
