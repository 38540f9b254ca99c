/** The themes that ship: one light and quiet, one dark and bold. */
export const THEMES = ['quiet', 'bold'] as const;
export type ThemeName = (typeof THEMES)[number];

/** Paper and ink of each theme, as templates/theme/styles has them. */
export const GROUNDS: Readonly<Record<ThemeName, { readonly paper: HexColor; readonly ink: HexColor }>> = {
  quiet: { paper: '#ffffff', ink: '#17202b' },
  bold: { paper: '#0e1014', ink: '#f7f8fa' },
};

export const RATIOS = ['16:9', '4:3'] as const;
export type Ratio = (typeof RATIOS)[number];

/** A colour as `#rrggbb`, in lower case. */
export type HexColor = `#${string}`;

/** The places that a font of the organiser's own may take; Chinese and whatever it lacks comes from the bundled ones. */
export const FONT_ROLES = ['font', 'boldFont', 'headingFont', 'codeFont'] as const;
export type FontRole = (typeof FONT_ROLES)[number];

/** How all decks of a meetup look: event.md's settings. Null is the theme's own. */
export interface Look {
  readonly theme: ThemeName;
  readonly ratio: Ratio;
  /** Path of a picture below the content folder. */
  readonly logo: string | null;
  /** Of the slide. */
  readonly paper: HexColor | null;
  /** Of the text. */
  readonly ink: HexColor | null;
  /** Of the speakers, in order of their talks; empty for the theme's palette. */
  readonly accents: readonly HexColor[];
  /** Paths of font files below the content folder. */
  readonly fonts: Readonly<Partial<Record<FontRole, string>>>;
}
