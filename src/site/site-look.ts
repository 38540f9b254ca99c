import { join } from 'node:path';
import { converter, formatHex, parse, wcagContrast } from 'culori';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';
import type { Look, ThemeName } from '../content/summary/meetup.ts';
import type { Deck } from '../deck/deck.ts';
import type { Accent } from '../deck/slide.ts';
import { assetFile } from '../render/look-css.ts';

/** The class that gives an element a speaker's colour. */
export function accentClass(accent: Accent): string {
  return typeof accent === 'number' ? `accent-${accent}` : `accent-${accent.slice(1)}`;
}

/** Colours of a theme's look, by name: `paper`, `ink`, `accent-0`. */
export type Palette = ReadonlyMap<string, string>;

/** The theme's light and dark colours, from its style sheets. @param themeFolder absolute */
export function readPalettes(
  themeFolder: string,
  theme: ThemeName,
): { readonly light: Palette; readonly dark: Palette } {
  const light = theme === 'bold' ? 'quiet' : theme;
  const read = (name: string): Palette => {
    const sheet = readFile(join(themeFolder, 'styles', name), {
      place: 'anywhere',
      limit: FILE_LIMITS.template,
    });
    // A custom theme may have none; then the site's own style sheet applies.
    const css = sheet.state === 'ok' ? sheet.value.toString('utf8') : '';
    const found = css.matchAll(/^\s*--(paper|ink|accent-\d+):\s*(#[0-9a-f]{6});/gim);
    return new Map([...found].map(([, key = '', value = '']) => [key, value]));
  };
  return { light: read(`look-${light}.css`), dark: read('look-bold.css') };
}

/**
 * Style sheet with a meetup's own colours and fonts, light and dark: the settings of event.md apply to the background
 * that they were chosen for, and are made lighter or darker to be readable on the other.
 */
export function siteLookCss(
  look: Look,
  decks: readonly Deck[],
  { light, dark }: { readonly light: Palette; readonly dark: Palette },
): string {
  const ownIsDark = isDark(look.paper ?? (look.theme === 'bold' ? '#000000' : '#ffffff'));
  const own = new Map(
    [['paper', look.paper] as const, ['ink', look.ink] as const].flatMap(([key, color]) =>
      color === null ? [] : [[key, color] as const],
    ),
  );
  const accents = new Set(
    decks
      .flatMap(({ speakers, cover }) => [...speakers, ...cover.people])
      .flatMap(({ accent }) => accent ?? []),
  );
  const scheme = (palette: Palette, isDarkOne: boolean): string => {
    const all = new Map([...palette, ...(isDarkOne === ownIsDark ? own : [])]);
    const paper = all.get('paper') ?? (isDarkOne ? '#0e1014' : '#ffffff');
    const colors = [...all].map(([key, color]) => `--${key}: ${color};`);
    const ofPeople = [...accents].flatMap((accent) =>
      typeof accent === 'number' ? [] : [`--${accentClass(accent)}: ${readable(accent, paper)};`],
    );
    return [...colors, ...ofPeople].map((line) => `  ${line}\n`).join('');
  };
  const classes = [...accents]
    .map(accentClass)
    .sort()
    .map((name) => `.${name} {\n  --accent: var(--${name});\n}\n`);
  const slidePaper = own.get('paper') ?? (ownIsDark ? dark : light).get('paper');
  return [
    // Drawings made for slides keep their background.
    ...(slidePaper === undefined ? [] : [`:root {\n  --slide-paper: ${slidePaper};\n}\n`]),
    `:root {\n${scheme(light, false)}}\n`,
    `@media (prefers-color-scheme: dark) {\n:root {\n${scheme(dark, true)}}\n}\n`,
    ...classes,
    ...fontFaces(look),
  ].join('\n');
}

/** A colour for text on a background: at least 4.5 to 1, by WCAG; lightened or darkened if necessary. */
export function readable(color: string, ground: string): string {
  const lch = converter('oklch')(parse(color));
  if (lch === undefined || wcagContrast(color, ground) >= LEAST) return color;
  const step = isDark(ground) ? 0.02 : -0.02;
  for (let l = lch.l; l >= 0 && l <= 1; l += step) {
    const next = formatHex({ ...lch, l });
    if (next !== undefined && wcagContrast(next, ground) >= LEAST) return next;
  }
  return isDark(ground) ? '#ffffff' : '#000000';
}

/** WCAG requires 4.5; tints of the colour under the text take some of it. */
const LEAST = 5;

function isDark(color: string): boolean {
  return wcagContrast(color, '#ffffff') > wcagContrast(color, '#000000');
}

const ROLES = {
  font: { family: 'Own', weight: '400' },
  boldFont: { family: 'Own', weight: '700' },
  headingFont: { family: 'Own Heading', weight: '400 700' },
  codeFont: { family: 'Own Code', weight: '400 700' },
} as const;

function fontFaces({ fonts }: Look): readonly string[] {
  const used = (Object.keys(ROLES) as (keyof typeof ROLES)[]).flatMap((role) => {
    const path = fonts[role];
    return path === undefined ? [] : [{ ...ROLES[role], path }];
  });
  if (used.length === 0) return [];
  const families = [...new Set(used.map(({ family }) => family))];
  const variables = families.map(
    (family) => `  --${family.toLowerCase().replaceAll(' ', '-')}-font: "${family}",;\n`,
  );
  const faces = used.map(
    ({ family, weight, path }) =>
      `@font-face {\n  font-family: "${family}";\n  font-weight: ${weight};\n  font-display: swap;\n  src: url("media/${assetFile(path)}");\n}\n`,
  );
  return [`:root {\n${variables.join('')}}\n`, ...faces];
}
