import type { Font } from '../../base/fonts/read-font.ts';
import type { FontFiles, FontRole, Look } from '../../content/summary/meetup.ts';
import { type Labels, labelsFor } from '../labels.ts';
import type { Density } from '../slide.ts';
import { BOXES, SCALES, type Size, type TypeScale } from './canvas.ts';

/** Dimensions and type for slides. */
export interface Page {
  readonly density: Density;
  readonly box: Size;
  readonly scale: TypeScale;
  readonly fonts: OwnFonts;
  /** The deck's fixed words. */
  readonly labels: Labels;
  /** Whether quotes, dashes and dots come from the Chinese or Japanese font, depending on the language. */
  readonly chinese: boolean;
}

/** The pages of a deck, one per density. */
export function pagesOf(
  {
    look,
    lang,
    labels = labelsFor(lang),
  }: { readonly look: Look; readonly lang: string; readonly labels?: Labels },
  fonts: OwnFonts,
): readonly [Page, Page, Page] {
  const chinese = /^(?:zh|ja)\b/i.test(lang);
  const page = (density: Density): Page => ({
    density,
    box: BOXES[look.ratio],
    scale: SCALES[density],
    fonts,
    labels,
    chinese,
  });
  return [page(0), page(1), page(2)];
}

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
