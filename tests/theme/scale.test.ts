import { expect, it } from 'vitest';
import { SCALES, SUBHEADING, type Type } from '../../src/deck/typeset/canvas.ts';
import { themeCss } from './look-css.ts';

const CSS = themeCss('scale');

/** The declarations of the rule that starts with `selector`. */
function rule(selector: string): Readonly<Record<string, string>> {
  const start = CSS.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`scale.css has no rule ${selector}`);
  const body = CSS.slice(start, CSS.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const css = ({ size, lineHeight }: Type) => `${size}px / ${lineHeight}px`;

it.each([0, 1, 2] as const)('sets type as pagination estimates it, at density %i', (density) => {
  const shown = { ...rule('.slide'), ...(density === 0 ? {} : rule(`.slide[data-density="${density}"]`)) };
  const { body } = SCALES[density];
  const expected = Object.entries(SCALES[density]).map(([name, type]) => [kebab(name), css(type)]);
  expect(shown).toEqual({
    ...Object.fromEntries(expected),
    subheading: css(SUBHEADING),
    'body-line': `${body.lineHeight}px`,
  });
});

it('keeps body text at 20 px and headings at 32 px at least', () => {
  const scales = Object.values(SCALES);
  const read = scales.flatMap(({ body, lead, small, quote }) => [body, lead, small, quote]);
  const headings = scales.flatMap(({ heading, question, answerHeading, coverHeading }) => [
    heading,
    question,
    answerHeading,
    coverHeading,
  ]);
  expect(Math.min(...read.map(({ size }) => size))).toBeGreaterThanOrEqual(20);
  expect(Math.min(...headings.map(({ size }) => size))).toBeGreaterThanOrEqual(32);
});
