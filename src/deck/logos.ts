import { createRequire } from 'node:module';
import {
  GROUNDS,
  type HexColor,
  type Logo,
  type Look,
  PALETTES,
  type Scrim,
  type ThemeName,
} from '../content/summary/meetup.ts';
import type { Accent } from './slide.ts';

/** A logo as a slide shows it. */
export interface ShownLogo {
  readonly path: string;
  readonly name: string;
  /** What it is placed on if it would not be visible on the slide itself. */
  readonly chip: 'paper' | 'ink' | null;
}

/** In a row of logos, each with its own size. */
export interface RowLogo extends ShownLogo {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** For graphics: WCAG 2.2, success criterion 1.4.11. */
const LEAST_CONTRAST = 3;

/** The meetup's logo for a background: the usual one, or `logoDark` if that would not be visible. */
export function meetupLogo({ look }: { readonly look: Look }, ground: HexColor): ShownLogo | null {
  const { logo, logoDark } = look;
  if (logo === null) return null;
  const isFaint = contrastOf(logo, ground) < LEAST_CONTRAST;
  const other = isFaint && logoDark !== null && contrastOf(logoDark, ground) >= LEAST_CONTRAST;
  return shownLogo(other ? logoDark : logo, ground, look);
}

/** A logo, on a chip with better contrast if it would have less than 3 to 1. */
export function shownLogo(logo: Logo, ground: HexColor, look: Look): ShownLogo {
  const { path, name } = logo;
  if (contrastOf(logo, ground) >= LEAST_CONTRAST) return { path, name, chip: null };
  const { paper, ink } = colorsOf(look);
  return { path, name, chip: contrastOf(logo, paper) >= contrastOf(logo, ink) ? 'paper' : 'ink' };
}

/** Logos with equal visual weight: of equal area, but larger if they are sparse. */
export function logoRow(logos: readonly Logo[], ground: HexColor, look: Look): readonly RowLogo[] {
  const sizes = logoSizes(logos);
  return logos.map((logo, index) => ({
    ...shownLogo(logo, ground, look),
    ...(sizes[index] ?? { width: 0, height: 0 }),
  }));
}

/** Sizes of logos in a row, in pixels. */
export function logoSizes(logos: readonly Logo[]): readonly Pick<RowLogo, 'width' | 'height'>[] {
  return logos.map(({ ratio, density }) => {
    const area = ROW.area * (0.5 / Math.max(0.1, density)) ** 0.3;
    const height = Math.min(ROW.height, Math.max(ROW.least, Math.sqrt(area / ratio)));
    const width = Math.min(ROW.width, height * ratio);
    return { width: Math.round(width), height: Math.round(width / ratio) };
  });
}

/** Width of the speaker's and the meetup's logos with the space around them, in pixels. */
export function logosWidth(own: Logo | null, meetup: Logo | null): number {
  const widthOf = (logo: Logo | null, most: number) =>
    logo && Math.min(most, logo.ratio * CORNER.height) + CORNER.chip + CORNER.gap;
  return (widthOf(own, CORNER.own) ?? 0) + (widthOf(meetup, CORNER.most) ?? 0);
}

/** In pixels. */
const CORNER = { height: 64, most: 240, own: 160, chip: 32, gap: 32 } as const;

/** In pixels; `area` is that of a wordmark of 128 x 40. */
const ROW = { height: 64, least: 28, width: 200, area: 128 * 40 } as const;

/** Background of the first line of a cover or closing slide. */
export function heroColor(
  accent: Accent | null,
  look: Look,
  cover: { readonly isPanel?: true; readonly picture: { readonly scrim: Scrim } | null } | null,
): HexColor {
  const { paper, ink } = colorsOf(look);
  if (cover?.picture) return cover.picture.scrim.tone === 'ink' ? ink : paper;
  if (cover?.isPanel) return paper;
  const color =
    accent === null ? ink : typeof accent === 'number' ? (PALETTES[look.theme][accent] ?? ink) : accent;
  // Approximately --hero of the theme's looks.
  const grounds: Readonly<Record<ThemeName, HexColor>> = {
    quiet: mixed(color, paper, 0.11),
    bold: color,
    vivid: mixed(color, ink, 0.7),
  };
  return grounds[look.theme];
}

/** Background below that, down to the bottom of a cover. */
export function footColor(
  look: Look,
  cover: { readonly picture: { readonly scrim: Scrim } | null },
): HexColor {
  const { paper, ink } = colorsOf(look);
  return cover.picture?.scrim.tone === 'ink' ? ink : paper;
}

function colorsOf({ theme, paper, ink }: Look): { readonly paper: HexColor; readonly ink: HexColor } {
  return { paper: paper ?? GROUNDS[theme].paper, ink: ink ?? GROUNDS[theme].ink };
}

function mixed(color: HexColor, other: HexColor, share: number): HexColor {
  const parts = [1, 3, 5].map((at) => {
    const [own = 0, below = 0] = [color, other].map((each) => Number.parseInt(each.slice(at, at + 2), 16));
    return Math.round(share * own + (1 - share) * below)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

const require = createRequire(import.meta.url);

/** The contrast that at least half of a logo has; the maximum if it has its own background. */
function contrastOf({ colors }: Logo, ground: HexColor): number {
  if (colors.length === 0) return 21;
  // Loaded only if there are logos: it takes a tenth of a second.
  const { wcagContrast } = require('culori') as typeof import('culori');
  const whole = colors.reduce((sum, { share }) => sum + share, 0);
  const ranked = colors
    .map(({ color, share }) => ({ contrast: wcagContrast(color, ground), share }))
    .sort((a, b) => b.contrast - a.contrast);
  let sum = 0;
  for (const { contrast, share } of ranked) {
    sum += share;
    if (sum >= whole / 2) return contrast;
  }
  return 1;
}
