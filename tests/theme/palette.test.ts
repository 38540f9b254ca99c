import {
  type Color,
  converter,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  interpolate,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { GROUNDS, type HexColor, PALETTES, THEMES } from '../../src/content/summary/meetup.ts';
import { lookColors, themeCss } from './look-css.ts';

/** Machado et al. 2009, at full severity. */
const VISIONS: Readonly<Record<string, (color: Color) => Color>> = {
  normal: (color) => color,
  protan: filterDeficiencyProt(1),
  deutan: filterDeficiencyDeuter(1),
  tritan: filterDeficiencyTrit(1),
};
/** OKLab distance times 100. */
const LEAST_DISTANCE = 8;
/** Contrast of custom ink on custom paper, as required by content/rules/look-settings.ts. */
const INK_CONTRAST = 12;

describe.each(THEMES)('%s', (look) => {
  const { paper, ink, accents } = lookColors(look);

  it('has the colours that chosen ones and logos are checked against', () => {
    expect({ paper, ink }).toEqual(GROUNDS[look]);
    expect(accents).toEqual(PALETTES[look]);
  });

  it.each(Object.keys(VISIONS))('keeps any two accents apart in %s vision', (vision) => {
    const see = VISIONS[vision] ?? ((color) => color);
    const close = accents.flatMap((a, index) =>
      accents
        .slice(index + 1)
        .map((b) => ({ pair: `${a} ${b}`, distance: distance(see(rgb(a)), see(rgb(b))) }))
        .filter((found) => found.distance < LEAST_DISTANCE),
    );
    expect(close).toEqual([]);
  });

  it('has accents that can be read on paper, and paper on them', () => {
    const least = look === 'bold' ? 7 : 5;
    expect(accents.filter((accent) => wcagContrast(accent, paper) < least)).toEqual([]);
  });

  it('has accents that no one takes for ink', () => {
    expect(accents.filter((accent) => distance(rgb(accent), rgb(ink)) < LEAST_DISTANCE)).toEqual([]);
  });
});

/**
 * The tint behind a quiet cover: accent text on it is darkened with ink, so any accent with a contrast of 4.5:1 works.
 */
describe('the tint of a quiet cover', () => {
  const css = themeCss('look-quiet');
  const tint = percent(css, 'hero');
  const darkened = percent(css, 'on-hero-accent');
  const { paper, ink, accents } = lookColors('quiet');
  const barely: readonly HexColor[] = ['#777777', '#e00000', '#0080a5', '#86720d'];

  it.each([...accents, ...barely])('%s', (accent) => {
    const ground = mix(paper, accent, tint);
    expect(wcagContrast(mix(ink, accent, darkened), ground)).toBeGreaterThanOrEqual(4.5);
    expect(
      wcagContrast(mix(paper, ink, percent(themeCss('tokens'), 'ink-soft')), ground),
    ).toBeGreaterThanOrEqual(7);
  });
});

/** For any accent with the required 4.5 to 1 on paper. */
describe('the deep ground of a quiet slide', () => {
  const share = percent(themeCss('look-quiet'), 'deep');
  const { paper, ink, accents } = lookColors('quiet');

  it.each([...accents, '#777777', '#e00000', '#0080a5', '#86720d'] as const)('%s', (accent) => {
    expect(wcagContrast(paper, mix(ink, accent, share))).toBeGreaterThanOrEqual(7);
  });
});

/** A deep background in an accent, with sentences on it: for any accent with the required 5 to 1 on paper. */
describe('the ground of a vivid cover', () => {
  const share = percent(themeCss('look-vivid'), 'hero');
  const { paper, ink, accents } = lookColors('vivid');
  const barely: readonly HexColor[] = ['#6a6a6a', '#d60000', '#00728f', '#7a6700', '#b0417a'];

  it.each([...accents, ...barely])('%s', (accent) => {
    expect(wcagContrast(accent, paper)).toBeGreaterThanOrEqual(5);
    expect(wcagContrast(paper, mix(ink, accent, share))).toBeGreaterThanOrEqual(7);
  });
});

/** Custom papers and inks, starting at the lowest allowed contrast. */
const CHOSEN: readonly (readonly [HexColor, HexColor])[] = [
  ...THEMES.map((look) => [lookColors(look).paper, lookColors(look).ink] as const),
  ['#ffffff', '#343434'],
  ['#fff8e7', '#2e2e2e'],
  ['#ffffff', '#00356b'],
  ['#000000', '#c5c5c5'],
  ['#002b36', '#eee8d5'],
  ['#1b1b3a', '#e0e0ff'],
];

describe.each(CHOSEN)('colours mixed of paper %s and ink %s', (paper, ink) => {
  const css = themeCss('tokens');
  const of = (name: string) => mix(paper, ink, percent(css, name));

  it('can be read', () => {
    expect(wcagContrast(ink, paper)).toBeGreaterThanOrEqual(INK_CONTRAST);
    expect(wcagContrast(of('ink-soft'), paper)).toBeGreaterThanOrEqual(7);
    expect(wcagContrast(of('ink-soft'), of('wash'))).toBeGreaterThanOrEqual(7);
    expect(wcagContrast(of('ink-faint'), paper)).toBeGreaterThanOrEqual(4.5);
  });
});

/** The share of the first colour in `--name: color-mix(in oklab, var(--..) 86%, var(--..))`. */
function percent(css: string, name: string): number {
  const [, share] = new RegExp(`--${name}: color-mix\\(in oklab, var\\(--\\w+\\) (\\d+)%`).exec(css) ?? [];
  if (share === undefined) throw new Error(`there is no mixture --${name}`);
  return Number(share) / 100;
}

function mix(rest: HexColor | Color, color: HexColor | Color, share: number): Color {
  return interpolate([rest, color], 'oklab')(share);
}

function rgb(hex: HexColor): Color {
  const color = parse(hex);
  if (!color) throw new Error(`${hex} is no colour`);
  return color;
}

function distance(a: Color, b: Color): number {
  const [one, two] = [converter('oklab')(a), converter('oklab')(b)];
  return 100 * Math.hypot(one.l - two.l, one.a - two.a, one.b - two.b);
}
