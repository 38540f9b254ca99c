import * as v from 'valibot';
import { type HexColor, RATIOS, THEMES } from './look.ts';

/** Text on one line that says something. Numbers are let in because YAML reads `2024` as one. */
const line = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.transform(String))]),
  v.transform(oneLine),
  v.minLength(1),
);
const optionalLine = v.nullish(line, null);

/** A required text. @param example what a remedy shows */
function required(example: string) {
  return v.pipe(line, v.examples([example]));
}

/** `#rgb` or `#rrggbb`. */
const color = v.pipe(
  v.string(),
  v.regex(/^#(?:[0-9a-f]{3}){1,2}$/i, 'invalid-color'),
  v.transform((text): HexColor => {
    const digits = text.slice(1).toLowerCase();
    return `#${digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits}`;
  }),
);
const optionalColor = v.nullish(color, null);

const SWITCH = { true: true, yes: true, on: true, false: false, no: false, off: false } as const;
const optionalSwitch = v.nullish(
  v.pipe(
    v.picklist(Object.keys(SWITCH) as (keyof typeof SWITCH)[], 'wrong-choice'),
    v.transform((word) => SWITCH[word]),
  ),
  null,
);

/** Front matter of content/event.md. */
export const eventSchema = v.strictObject({
  title: required('云上突围'),
  lang: v.pipe(v.string(), v.check(isLanguageTag, 'invalid-lang'), v.examples(['zh-CN'])),
  subtitle: optionalLine,
  date: v.nullish(v.pipe(v.string(), v.check(isDate, 'invalid-date')), null),
  host: optionalLine,
  organizer: optionalLine,
  source: optionalLine,
  closing: optionalLine,
  theme: v.nullish(v.picklist(THEMES, 'wrong-choice'), null),
  ratio: v.nullish(v.picklist(RATIOS, 'wrong-choice'), null),
  reveal: optionalSwitch,
  logo: optionalLine,
  paper: optionalColor,
  ink: optionalColor,
  accents: v.nullish(v.array(color), []),
  font: optionalLine,
  boldFont: optionalLine,
  headingFont: optionalLine,
  codeFont: optionalLine,
});

/** Front matter of content/talks/*.md. */
export const talkSchema = v.strictObject({
  speaker: required('黄东旭'),
  role: optionalLine,
  org: optionalLine,
  title: required('数据库的突围'),
  takeaway: required('一句听众该记住的话'),
  facts: v.nullish(v.array(line), []),
  portrait: optionalLine,
  accent: optionalColor,
  reveal: optionalSwitch,
});

/** Front matter of content/qa/*.md. */
export const exchangeSchema = v.strictObject({
  question: required('为什么选择开源?'),
  askedBy: required('观众'),
  askedTo: v.nullish(
    v.union([
      v.pipe(
        line,
        v.transform((name) => [name]),
      ),
      v.array(line),
    ]),
    [],
  ),
  topic: required('商业模式'),
});

/** What the three have in common. */
export type FieldSchema = typeof eventSchema | typeof talkSchema | typeof exchangeSchema;

/** An ISO 8601 day that the calendar has. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A block scalar's line ends, and control characters that only YAML escapes can bring, are blanks. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replaceAll(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ').trim();
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && /^[a-z]{2,3}(-|$)/i.test(tag);
  } catch {
    return false;
  }
}
