import { type Ratio, THEMES, type ThemeName } from '../../src/content/summary/meetup.ts';

/** What decks of the gallery look like, and which of them are shown so. */
export interface GalleryLook {
  /** Of its pictures. */
  readonly folder: string;
  readonly theme: ThemeName;
  readonly ratio: Ratio;
  /** Such as `zh-dense`; null for all. */
  readonly decks: readonly string[] | null;
}

/** Each theme with all decks: what the tests compare with pictures. */
export const THEMED: readonly GalleryLook[] = THEMES.map((theme) => ({
  folder: theme,
  theme,
  ratio: '16:9',
  decks: null,
}));

/** One deck on the other canvas, to look at. */
export const NARROW: GalleryLook = { folder: 'quiet-4-3', theme: 'quiet', ratio: '4:3', decks: ['zh-dense'] };
