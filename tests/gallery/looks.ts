import { type Ratio, THEMES, type ThemeName } from '../../src/content/summary/meetup.ts';

/** A look of the gallery, and the decks shown in it. */
export interface GalleryLook {
  /** Folder of its images. */
  readonly folder: string;
  readonly theme: ThemeName;
  readonly ratio: Ratio;
  /** Such as `zh-dense`; null for all. */
  readonly decks: readonly string[] | null;
  /** Folder of further summaries for the English decks. */
  readonly more?: string;
  /** Slides to compare, such as `zh-dense-07`; by default all. The others are only audited. */
  readonly compared?: ReadonlySet<string>;
}

/** What the vivid look does differently, in the decks with each kind of slide. */
const VIVID = {
  decks: ['zh-front', 'zh-dense', 'zh-qa', 'en-layout', 'en-typed', 'en-photographs', 'en-cover'],
  more: 'photographs',
  compared: new Set([
    'en-photographs-01',
    'en-photographs-02',
    'en-photographs-03',
    'en-photographs-04',
    'en-photographs-05',
    'en-cover-01',
    'en-cover-03',
    'en-cover-04',
    'en-cover-05',
    'en-cover-06',
    'en-layout-01',
    'zh-front-01',
    'zh-dense-09',
    'zh-dense-13',
    'zh-qa-03',
    'zh-qa-10',
  ]),
};

/** Each theme with all decks, compared with the reference images; the vivid one with some. */
export const THEMED: readonly GalleryLook[] = THEMES.map((theme) => ({
  folder: theme,
  theme,
  ratio: '16:9',
  decks: null,
  ...(theme === 'vivid' ? VIVID : {}),
}));

/** One deck on the other canvas, for viewing only. */
export const NARROW: GalleryLook = { folder: 'quiet-4-3', theme: 'quiet', ratio: '4:3', decks: ['zh-dense'] };
