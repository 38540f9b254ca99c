import { type Ratio, THEMES, type ThemeName } from '../../src/content/summary/meetup.ts';

/** A look of the gallery, and the decks shown in it. */
export interface GalleryLook {
  /** Folder of its images. */
  readonly folder: string;
  readonly theme: ThemeName;
  readonly ratio: Ratio;
  /** Such as `zh-dense`; null for all. */
  readonly decks: readonly string[] | null;
}

/** Each theme with all decks, compared with the reference images. */
export const THEMED: readonly GalleryLook[] = THEMES.map((theme) => ({
  folder: theme,
  theme,
  ratio: '16:9',
  decks: null,
}));

/** One deck on the other canvas, for viewing only. */
export const NARROW: GalleryLook = { folder: 'quiet-4-3', theme: 'quiet', ratio: '4:3', decks: ['zh-dense'] };
