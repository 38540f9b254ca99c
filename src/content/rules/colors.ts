import { type Finding, finding } from '../../findings/finding.ts';
import { contrast } from '../contrast.ts';
import { GROUNDS, type HexColor, type ThemeName } from '../look.ts';
import type { Event, NamedColor, Talk } from '../meetup.ts';
import type { Rule } from './rule.ts';

/** The theme sets softer text in a mix of ink and paper, which has 7 to 1 where ink has this. */
const INK_CONTRAST = 12;
/** Accents are the colour of short text and the ground of monograms; the bold theme sets sentences on them. */
const ACCENT_CONTRAST: Readonly<Record<ThemeName, number>> = { quiet: 4.5, bold: 7 };

/** Colours that the organiser or a speaker chose can be read on the slides' paper. */
export const colors: Rule = ({ meetup: { event, talks } }) => [
  ...event.colors
    .filter(({ field }) => field !== 'paper')
    .flatMap((named) => check(event, event.source.path, named)),
  ...paper(event),
  ...talks.flatMap(({ source, accent }: Talk) => (accent ? check(event, source.path, accent) : [])),
];

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

/** Paper alone is seen with the theme's own ink and palette, which were made for light or for dark. */
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
