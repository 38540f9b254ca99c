import { createRequire } from 'node:module';
import { type Finding, finding } from '../../findings/finding.ts';
import {
  type Event,
  GROUNDS,
  type HexColor,
  type NamedColor,
  profilesOf,
  type ThemeName,
} from '../summary/meetup.ts';
import type { Rule } from './meetup-rule.ts';

/** The theme mixes ink and paper for softer text, which has a contrast of 7 if ink has this. */
const INK_CONTRAST = 12;
/**
 * Accents colour short text and backgrounds of monograms; the bold theme sets sentences on them, the vivid one on a
 * darker shade.
 */
const ACCENT_CONTRAST: Readonly<Record<ThemeName, number>> = { quiet: 4.5, bold: 7, vivid: 5 };

/** Custom colours are legible on the slides' paper. */
export const colors: Rule = ({ meetup: { event, talks } }) => [
  ...event.colors
    .filter(({ field }) => field !== 'paper')
    .flatMap((named) => check(event, event.source.path, named)),
  ...paper(event),
  ...profilesOf({ event, talks }).flatMap(({ file, profile: { accent } }) =>
    accent ? check(event, file, accent) : [],
  ),
];

/** Every font named in event.md can be read. */
export const fonts: Rule = ({ meetup: { event }, fontFiles }) =>
  event.fonts.flatMap(({ src, path, at }) => {
    const file = fontFiles.get(path);
    return file?.state === 'unusable'
      ? [finding(event.source.path, at, 'font-unusable', { src, reason: file.reason })]
      : [];
  });

function check({ look }: Event, file: string, { field, color, at }: NamedColor): readonly Finding[] {
  const ground = look.paper ?? GROUNDS[look.theme].paper;
  const needed = field === 'ink' ? INK_CONTRAST : ACCENT_CONTRAST[look.theme];
  const ratio = contrast(color, ground);
  return ratio < needed
    ? [
        finding(file, at, 'low-contrast', {
          field,
          color,
          paper: ground,
          ratio,
          needed,
          better: betterOn(ground),
        }),
      ]
    : [];
}

/** Custom paper without custom ink is combined with the theme's ink and palette, made for either light or dark. */
function paper({ source, look, colors: named }: Event): readonly Finding[] {
  const own = named.find(({ field }) => field === 'paper');
  if (!own || look.ink !== null) return [];
  const { ink } = GROUNDS[look.theme];
  const ratio = contrast(ink, own.color);
  const args = {
    field: 'ink',
    color: ink,
    paper: own.color,
    ratio,
    needed: INK_CONTRAST,
    better: 'other paper',
  } as const;
  return ratio < INK_CONTRAST ? [finding(source.path, own.at, 'low-contrast', args)] : [];
}

function betterOn(ground: HexColor): 'darker' | 'lighter' {
  return contrast(ground, '#000000') > contrast(ground, '#ffffff') ? 'darker' : 'lighter';
}

const require = createRequire(import.meta.url);

/** WCAG 2 contrast of two colours, 1 to 21, rounded down to a tenth. */
function contrast(a: HexColor, b: HexColor): number {
  // Loaded only if there are custom colours: it takes a tenth of a second.
  const { wcagContrast } = require('culori') as typeof import('culori');
  return Math.floor(wcagContrast(a, b) * 10) / 10;
}
