import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** An @font-face rule. */
export interface ThemeFace {
  readonly family: string;
  readonly style: string;
  readonly weights: readonly ('regular' | 'bold')[];
  /** Absolute. */
  readonly file: string;
  /** Inclusive ranges of code points. */
  readonly ranges: readonly (readonly [number, number])[];
  /** 1 if glyphs keep their size. */
  readonly sizeAdjust: number;
  covers(codePoint: number): boolean;
}

const STYLES = new URL('../templates/theme/styles/', import.meta.url);
const require = createRequire(STYLES);

/** The theme's @font-face rules in order. */
export function themeFaces(): readonly ThemeFace[] {
  const imports = readFileSync(new URL('index.ts', STYLES), 'utf8').matchAll(/^import '(.+\.css)';$/gm);
  return [...imports].flatMap(([, path = '']) =>
    facesOf(path.startsWith('.') ? fileURLToPath(new URL(path, STYLES)) : require.resolve(path)),
  );
}

function facesOf(file: string): readonly ThemeFace[] {
  const css = readFileSync(file, 'utf8');
  return [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, rule = '']) => {
    const value = (name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(rule)?.[1];
    const [, url = ''] = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(value('src') ?? '') ?? [];
    const weight = value('font-weight') ?? '400';
    const ranges = readRanges(value('unicode-range') ?? 'U+0-10FFFF');
    return {
      family: (value('font-family') ?? '').replaceAll(/["']/g, ''),
      style: value('font-style') ?? 'normal',
      weights: weight.includes(' ') ? ['regular', 'bold'] : [weight === '700' ? 'bold' : 'regular'],
      file: url.startsWith('.') ? fileURLToPath(new URL(url, `file://${file}`)) : require.resolve(url),
      ranges,
      sizeAdjust: Number.parseFloat(value('size-adjust') ?? '100') / 100,
      covers: (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last),
    };
  });
}

function readRanges(list: string): ThemeFace['ranges'] {
  return list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}
