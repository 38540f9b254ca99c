import type { Look } from '../../src/content/summary/meetup.ts';
import type { OwnFonts } from '../../src/deck/typeset/page.ts';

/** The theme's default look, without custom fonts. */
export const LOOK: Look = {
  theme: 'quiet',
  ratio: '16:9',
  logo: null,
  logoDark: null,
  paper: null,
  ink: null,
  accents: [],
  fonts: {},
};
export const NO_FONTS: OwnFonts = { regular: null, bold: null, heading: null, code: null };
