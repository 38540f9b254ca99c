import type { FontFiles } from '../content/font-file.ts';
import type { FontRole, Look } from '../content/look.ts';
import type { Font } from '../fonts/font.ts';

/** Fonts of the organiser's own, which text is measured with; null for the theme's. */
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
  // Without a bold one, the browser thickens the regular one, which keeps its widths.
  return { regular, bold: font('boldFont') ?? regular, heading: font('headingFont'), code: font('codeFont') };
}
