import { expect, it } from 'vitest';
import type { HexColor, Logo } from '../../src/content/summary/meetup.ts';
import { heroColor, logoSizes, meetupLogo } from '../../src/deck/logos.ts';
import { deckText, EVENT, talk } from '../compile-meetup.ts';
import { LOOK } from './plain-look.ts';

const logo = (path: string, color: HexColor, rest: Partial<Logo> = {}): Logo => ({
  path,
  name: 'Club',
  colors: [{ color, share: 1 }],
  ratio: 2,
  density: 0.5,
  ...rest,
});
const DARK = logo('dark.svg', '#1a2b3c');
const WHITE = logo('white.svg', '#ffffff');
const shown = (own: Logo, ground: HexColor, logoDark: Logo | null = null) => {
  const found = meetupLogo({ look: { ...LOOK, logo: own, logoDark } }, ground);
  return [found?.path, found?.chip];
};

it('one that event.md has for dark grounds alone is the logo everywhere', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><path d="M0 0h40v40H0z"/></svg>';
  const files = {
    'content/event.md': EVENT.replace('host: Hanna', 'logoDark: assets/club.svg'),
    'content/assets/club.svg': svg,
    'content/talks/01-ada.md': talk('## One\n\n- a'),
  };
  expect(deckText(files, 'ada')).toMatch(/class="logo" src="[^"]*club/);
});

it('a logo that would not be seen has a chip, or gives way to the one for dark grounds', () => {
  expect(shown(DARK, '#ffffff')).toEqual(['dark.svg', null]);
  expect(shown(DARK, '#0e1014')).toEqual(['dark.svg', 'paper']);
  expect(shown(WHITE, '#ffffff')).toEqual(['white.svg', 'ink']);
  expect(shown(DARK, '#0e1014', WHITE)).toEqual(['white.svg', null]);
  // A chip on which it would be no more visible is useless.
  expect(shown(DARK, '#0e1014', DARK)).toEqual(['dark.svg', 'paper']);
});

it('half of a logo has to be seen, and one that brings its own ground is', () => {
  const colors = (share: number) => [
    { color: '#ffffff' as const, share },
    { color: '#1a2b3c' as const, share: 1 - share },
  ];
  expect(shown(logo('two.svg', '#000000', { colors: colors(0.4) }), '#0e1014')).toEqual(['two.svg', 'paper']);
  expect(shown(logo('two.svg', '#000000', { colors: colors(0.6) }), '#0e1014')).toEqual(['two.svg', null]);
  expect(shown(logo('photo.jpg', '#0e1014', { colors: [] }), '#0e1014')).toEqual(['photo.jpg', null]);
});

it('a first line is on a tint, on the colour, on paper beside a panel, on the scrim over a picture', () => {
  const bold = { ...LOOK, theme: 'bold' } as const;
  expect(heroColor(0, LOOK, null)).toBe('#e4edf6');
  expect(heroColor(0, bold, null)).toBe('#ffb020');
  expect(heroColor(0, LOOK, { isPanel: true, picture: null })).toBe('#ffffff');
  expect(heroColor(0, LOOK, { picture: { scrim: { tone: 'ink', strength: 40 } } })).toBe('#17202b');
});

it('logos in a row weigh the same: a long one is lower, a sparse one larger, none larger than its place', () => {
  const sizes = logoSizes([
    logo('square.svg', '#000000', { ratio: 1 }),
    logo('long.svg', '#000000', { ratio: 6 }),
    logo('sparse.svg', '#000000', { ratio: 2, density: 0.1 }),
    logo('full.svg', '#000000', { ratio: 2, density: 0.9 }),
  ]);
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [64, 64],
    [175, 29],
    [128, 64],
    [93, 46],
  ]);
});
