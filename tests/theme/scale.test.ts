import { expect, it } from 'vitest';
import {
  LENGTHS,
  NOTE,
  SCALES,
  scalesOf,
  type Type,
  type TypeScale,
  VOICES,
} from '../../src/deck/typeset/canvas.ts';
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

it.each([-2, -1, 0, 1, 2] as const)('sets type as pagination estimates it, at density %i', (density) => {
  const shown = { ...rule('.slide'), ...(density === 0 ? {} : rule(`.slide[data-density="${density}"]`)) };
  const { body } = SCALES[density];
  const expected = Object.entries(SCALES[density]).map(([name, type]) => [kebab(name), css(type)]);
  const lengths = Object.entries(LENGTHS[density]).map(([name, length]) => [name, `${length}px`]);
  const { bullets, ...rest } = shown;
  expect(rest).toEqual({
    ...Object.fromEntries([...expected, ...lengths]),
    note: css(NOTE),
    statement: css(VOICES.statement),
    sentence: css(VOICES.sentence),
    'body-line': `${body.lineHeight}px`,
  });
  expect(Number(bullets)).toBeGreaterThanOrEqual(1);
});

it.each([-2, -1] as const)('gives Slidev the size of code at density %i', (density) => {
  const { size, lineHeight } = SCALES[density].code;
  const at = CSS.lastIndexOf(`.slide[data-density="${density}"] {`);
  expect(CSS.slice(at, CSS.indexOf('}', at))).toContain(
    `--slidev-code-font-size: ${size}px;\n  --slidev-code-line-height: ${lineHeight}px;`,
  );
});

it('never steps down to smaller type where it steps up', () => {
  const scales = ([-2, -1, 0, 1, 2] as const).map((density) => SCALES[density]);
  for (const [index, larger] of scales.slice(0, -1).entries()) {
    const smaller = scales[index + 1] ?? larger;
    for (const name of Object.keys(larger) as (keyof TypeScale)[]) {
      expect(smaller[name].size, name).toBeLessThanOrEqual(larger[name].size);
    }
  }
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

it.each([-2, -1, 0, 1, 2] as const)(
  'sets larger what the vivid look sets larger, at density %i',
  (density) => {
    const own = themeCss('look-vivid');
    const read = (selector: string) => {
      const body = own.split(`${selector} {`)[1]?.split('}')[0] ?? '';
      return Object.fromEntries(
        [...body.matchAll(/--([\w-]+): (\d+px \/ \d+px);/g)].map(([, name, value]) => [name, value]),
      );
    };
    const look = '.slide[data-look="vivid"]';
    // The theme's rules for a density come after the look's rules for all of them.
    const usual = density === 0 ? {} : rule(`.slide[data-density="${density}"]`);
    const shown = {
      ...rule('.slide'),
      ...read(`\n${look}`),
      ...usual,
      ...read(`${look}[data-density="${density}"]`),
    };
    const expected = Object.entries(scalesOf('vivid')[density]).map(([name, type]) => [
      kebab(name),
      css(type),
    ]);
    expect(shown).toMatchObject(Object.fromEntries(expected));
  },
);
