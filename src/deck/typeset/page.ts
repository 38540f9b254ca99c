import type { Font } from '../../base/fonts/read-font.ts';
import { LineEnds } from '../../content/summary/line-ends.ts';
import type { FontFiles, FontRole, Look } from '../../content/summary/meetup.ts';
import { type Labels, labelsFor } from '../labels.ts';
import type { Density } from '../slide.ts';
import { BOXES, LENGTHS, type Lengths, PANEL_WIDTHS, type Size, scalesOf, type TypeScale } from './canvas.ts';

/** Dimensions and type for slides. */
export interface Page {
  readonly density: Density;
  readonly box: Size;
  readonly scale: TypeScale;
  readonly lengths: Lengths;
  /**
   * Height of a one-line heading, the same in all types but the smallest, so that the content starts at the same
   * height.
   */
  readonly headingHeight: number;
  /** Width of the panel with a portrait on a cover, in pixels. */
  readonly panelWidth: number;
  readonly fonts: OwnFonts;
  /** The deck's fixed words. */
  readonly labels: Labels;
  /** Whether quotes, dashes and dots come from the Chinese or Japanese font, depending on the language. */
  readonly chinese: boolean;
  /** Where lines of Chinese may break; null if after any character. */
  readonly lineEnds: LineEnds | null;
}

/** The pages of a deck, one per density, from the largest type to the smallest. */
export function pagesOf(deck: DeckLook, fonts: OwnFonts): readonly Page[] {
  const lineEnds = lineEndsOf(deck);
  return DENSITIES.map((density) => pageOf(deck, fonts, density, lineEnds));
}

const DENSITIES: readonly Density[] = [-2, -1, 0, 1, 2];

/** The parts of a deck that its pages depend on. */
interface DeckLook {
  readonly look: Look;
  readonly lang: string;
  readonly labels?: Labels;
  readonly names?: readonly string[];
}

/** The page of one density, by default the usual one. */
export function pageOf(
  deck: DeckLook,
  fonts: OwnFonts,
  density: Density = 0,
  lineEnds: LineEnds | null = lineEndsOf(deck),
): Page {
  const { look, lang, labels = labelsFor(lang) } = deck;
  const scales = scalesOf(look.theme);
  return {
    density,
    box: BOXES[look.ratio],
    scale: scales[density],
    headingHeight: scales[0].heading.lineHeight,
    panelWidth: PANEL_WIDTHS[look.theme],
    lengths: LENGTHS[density],
    fonts,
    labels,
    chinese: /^(?:zh|ja)\b/i.test(lang),
    lineEnds,
  };
}

const NO_NAMES: readonly string[] = [];

/** For Chinese, as in the style sheet; null for other languages. */
export function lineEndsOf({ lang, names = NO_NAMES }: Pick<DeckLook, 'lang' | 'names'>): LineEnds | null {
  if (!/^zh\b/i.test(lang)) return null;
  const known = BY_NAMES.get(names);
  if (known) return known;
  const ends = new LineEnds(names);
  BY_NAMES.set(names, ends);
  return ends;
}

/** The decks of a meetup share its names: a thousand talks have some thousand. */
const BY_NAMES = new WeakMap<readonly string[], LineEnds>();

/** Custom fonts for measuring text; null for the theme's. */
export interface OwnFonts {
  readonly regular: Font | null;
  readonly bold: Font | null;
  readonly heading: Font | null;
  readonly code: Font | null;
}

export function ownFonts({ fonts }: Look, files: FontFiles): OwnFonts {
  const font = (role: FontRole): Font | null => {
    const path = fonts[role];
    const file = path === undefined ? undefined : files.get(path);
    return file?.state === 'ok' ? file.font : null;
  };
  const regular = font('font');
  // Without a bold font, browsers thicken the regular one and keep its widths.
  return { regular, bold: font('boldFont') ?? regular, heading: font('headingFont'), code: font('codeFont') };
}
