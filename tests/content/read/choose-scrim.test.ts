import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseScrim } from '../../../src/content/read/choose-scrim.ts';
import { GROUNDS } from '../../../src/content/summary/meetup.ts';

const { paper, ink } = GROUNDS.quiet;
const NIGHT = Uint8Array.of(12, 16, 30, 20, 24, 40);
const SNOW = Uint8Array.of(250, 250, 252, 236, 240, 246);
const LAMP = Uint8Array.of(...NIGHT, ...NIGHT, ...NIGHT, 255, 240, 200);

it.each([
  ['a night', NIGHT, { tone: 'ink', strength: 0 }],
  ['snow', SNOW, { tone: 'paper', strength: 0 }],
  ['a night with a lamp', LAMP, { tone: 'ink', strength: 73 }],
] as const)('%s has the scrim that changes it least', (_, pixels, scrim) => {
  expect(chooseScrim(pixels, paper, ink)).toEqual(scrim);
});

it.each(Object.values(GROUNDS))('on %o no pixel lacks contrast, and no picture is lost', (ground) => {
  const parts = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 3, maxLength: 3 }), { minLength: 1 }), (pixels) => {
      const bytes = Uint8Array.from(pixels.flatMap((pixel) => [...pixel]));
      const { tone, strength } = chooseScrim(bytes, ground.paper, ground.ink);
      const [over, text] = tone === 'ink' ? [ground.ink, ground.paper] : [ground.paper, ground.ink];
      const share = strength / 100;
      for (const pixel of pixels) {
        const [r = 0, g = 0, b = 0] = parts(over).map(
          (part, at) => part * share + ((pixel[at] ?? 0) / 255) * (1 - share),
        );
        expect(wcagContrast({ mode: 'rgb', r, g, b }, text)).toBeGreaterThanOrEqual(7);
      }
      expect(strength).toBeLessThan(80);
    }),
  );
});
