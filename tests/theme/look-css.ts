import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HexColor, ThemeName } from '../../src/content/summary/meetup.ts';

const STYLES = new URL('../../templates/theme/styles/', import.meta.url);

/** A theme style sheet as text. */
export function themeCss(name: string): string {
  return readFileSync(fileURLToPath(new URL(`${name}.css`, STYLES)), 'utf8');
}

export interface LookColors {
  readonly paper: HexColor;
  readonly ink: HexColor;
  readonly accents: readonly HexColor[];
}

/** The colours of a look, read from its style sheet. */
export function lookColors(look: ThemeName): LookColors {
  const css = themeCss(`look-${look}`);
  const color = (name: string): HexColor => {
    const [, hex] = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css) ?? [];
    if (hex === undefined) throw new Error(`look-${look}.css has no --${name}`);
    return hex as HexColor;
  };
  const accents = Array.from({ length: 8 }, (_, index) => color(`accent-${index}`));
  return { paper: color('paper'), ink: color('ink'), accents };
}
