import type { Font } from '../../base/fonts/read-font.ts';
import { setFormula } from '../../content/summary/formula.ts';
import type { Inline } from '../../content/summary/markup.ts';
import type { Type } from './canvas.ts';
import { KEPT, SPACE, spacingBetween, startTrim, WIDE } from './classes.ts';
import { styleGlyphs, type TextStyle } from './glyphs.ts';
import type { Page } from './page.ts';

/** Glyphs as in glyphs.ts, in one or several styles. */
export interface LineGlyphs {
  readonly count: number;
  /** In 1/1000 em. */
  readonly advances: ArrayLike<number>;
  /** Flags of classes.ts. */
  readonly classes: ArrayLike<number>;
}

/** The glyphs of one line's runs, in 1/1000 em of the first run's size. */
export function runGlyphs(runs: readonly Run[]): LineGlyphs {
  const [first, ...others] = runs;
  if (!first) return { count: 0, advances: [], classes: [] };
  if (others.length === 0 && first.before === 0 && first.after === 0) return glyphsOf(first);
  const parts = runs.map((run) => ({
    run,
    glyphs: glyphsOf(run),
    scale: run.style.size / first.style.size,
    before: (run.before * 1000) / first.style.size,
    after: (run.after * 1000) / first.style.size,
  }));
  const length = parts.reduce((sum, part) => sum + part.glyphs.count, 0);
  const advances = new Float32Array(length);
  const classes = new Uint16Array(length);
  let count = 0;
  for (const [index, { glyphs: part, scale, before, after }] of parts.entries()) {
    for (let at = 0; at < part.count; at += 1) {
      const kind = part.classes[at] ?? 0;
      // Spaces on both sides of a boundary between runs collapse.
      if (at === 0 && kind & SPACE && (classes[count - 1] ?? 0) & SPACE) continue;
      const padding = (at === 0 ? before : 0) + (at === part.count - 1 ? after : 0);
      advances[count] = (part.advances[at] ?? 0) * scale + padding;
      classes[count] = at === 0 && endsWith(parts[index - 1]?.run) ? kind & ~KEPT : kind;
      count += 1;
    }
  }
  return { count, advances, classes };
}

/** Whether a line may break after it. */
function endsWith(run: Run | undefined): boolean {
  return run?.ends !== undefined && run.ends.at(-1) === run.text.length;
}

/**
 * Approximate width of `text` on one line in pixels, from the advances of the fonts used, without kerning. Unknown
 * characters count as one em, emoji as 1.3.
 */
export function measureText(text: string, style: TextStyle): number {
  return (glyphsWidth(styleGlyphs(text, style)) * style.size) / 1000;
}

/** Width on one line, in the unit of the advances. */
export function glyphsWidth({ count, advances, classes }: LineGlyphs): number {
  let width = 0 - startTrim(classes[0] ?? 0);
  let before = 0;
  for (let at = 0; at < count; at += 1) {
    const kind = classes[at] ?? 0;
    width += (advances[at] ?? 0) + spacingBetween(before, kind);
    before = kind;
  }
  return width;
}

/** Text in one style. */
interface Run {
  readonly text: string;
  readonly style: TextStyle;
  /** Padding before and after it, in pixels. */
  before: number;
  after: number;
  /** For a formula: each part as one glyph. */
  readonly glyphs?: LineGlyphs;
  /** Where a line may break in Chinese text. */
  readonly ends?: readonly number[];
}

function glyphsOf({ text, style, glyphs, ends }: Run): LineGlyphs {
  return glyphs ?? styleGlyphs(text, style, ends);
}

/** Type of a text, apart from its markup. */
export interface TextType extends Type {
  /** Digits of equal width, as in tables. */
  readonly tabular?: boolean;
}

/** At both ends of code, and of a mark, in pixels. */
const CODE_PADDING = 4;
const MARK_PADDING = 2;

/** The runs of each line between hard breaks. */
export function textRuns(
  inlines: readonly Inline[],
  type: TextType,
  page: Page,
): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  const add = (text: string, style: TextStyle, padding = 0, ends?: readonly number[]) =>
    lines.at(-1)?.push({ text, style, before: padding, after: padding, ...(ends ? { ends } : {}) });
  const visit = (inline: Inline, bold: boolean, italic: boolean, scale: number): void => {
    switch (inline.type) {
      case 'text': {
        const style = styleOf(type, bold, page);
        add(inline.text, { ...style, size: scale * style.size, italic }, 0, inline.ends);
        break;
      }
      case 'code':
        add(inline.text.replaceAll(/\s+/g, ' '), codeStyle(type, page), CODE_PADDING);
        break;
      case 'break':
        lines.push([]);
        break;
      case 'formula': {
        const style = styleOf(type, false, page);
        lines.at(-1)?.push({ text: '', style, before: 0, after: 0, glyphs: formulaGlyphs(inline.tex) });
        break;
      }
      case 'image':
        break;
      case 'footnote': {
        const style = styleOf(type, bold, page);
        add('1', { ...style, size: SMALL_SIGNS * style.size }, 0, page.lineEnds ? [] : undefined);
        break;
      }
      default: {
        const [from, line] = [lines.length - 1, lines.at(-1)?.length ?? 0];
        for (const child of inline.children) {
          const isSmall = inline.type === 'lowered' || inline.type === 'raised';
          const [thick, slanted] = [inline.type === 'strong', inline.type === 'emphasis'];
          visit(child, bold || thick, italic || slanted, isSmall ? SMALL_SIGNS : scale);
        }
        if (inline.type === 'marked') padEnds(lines[from]?.[line], lines.at(-1)?.at(-1));
      }
    }
  };
  for (const inline of page.lineEnds?.mark(inlines) ?? inlines) visit(inline, type.bold, false, 1);
  return lines;
}

/** Pads a mark, given its first and last run. */
function padEnds(first: Run | undefined, last: Run | undefined): void {
  if (first) first.before += MARK_PADDING;
  if (last) last.after += MARK_PADDING;
}

/** A line may break beside each part, as beside a Chinese character. */
function formulaGlyphs(tex: string): LineGlyphs {
  const formula = setFormula(tex, false);
  const parts = 'problem' in formula ? [] : formula.parts;
  return { count: parts.length, advances: parts.map((part) => 1000 * part), classes: parts.map(() => WIDE) };
}

/** Relative size of `sub` and `sup` in the theme. */
const SMALL_SIGNS = 0.7;

/** Inline code is 0.9 times as large as the surrounding text, but at least 20 px, and 32 px in a slide's heading. */
const CODE_SCALE = 0.9;
const SMALLEST_CODE = 20;
const SMALLEST_HEADING_CODE = 32;

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

function ownFont(type: Type, bold: boolean, page: Page): Font | null {
  const { fonts } = page;
  if (fonts.heading && (isHeading(type, page) || type === page.scale.subheading)) return fonts.heading;
  return bold ? fonts.bold : fonts.regular;
}

/** Headings of a slide, not those within its text. */
function isHeading(type: Type, { scale }: Page): boolean {
  return [scale.heading, scale.question, scale.answerHeading, scale.coverHeading].includes(type);
}

function codeStyle(type: Type, page: Page): TextStyle {
  const { fonts, chinese } = page;
  const least = isHeading(type, page) ? SMALLEST_HEADING_CODE : SMALLEST_CODE;
  const size = Math.max(least, CODE_SCALE * type.size);
  return { size, bold: false, mono: true, own: fonts.code, chinese };
}
