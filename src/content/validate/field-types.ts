import * as v from 'valibot';
import { oneLine } from '../../base/text.ts';
import { linkTarget } from '../summary/asset.ts';
import { LABEL_MEANINGS, LABEL_NAMES, type LabelName, type OwnLabels } from '../summary/labels.ts';
import type { HexColor } from '../summary/meetup.ts';
import { isDay, readDuration, readTime } from '../summary/schedule.ts';

/** A field with an editor's description. @param examples shown: the first one in the meetup's language */
export function field<T extends v.GenericSchema>(
  schema: T,
  description: string,
  ...examples: readonly Example[]
) {
  return v.pipe(schema, v.description(description), v.examples(examples));
}

type Example = string | readonly string[];

/**
 * Non-empty text on one line. Our YAML reads every scalar as text; an editor's also knows numbers and booleans, which
 * are accepted, and only strings need a visible character.
 */
export const line = v.pipe(
  v.string(),
  v.metadata({
    type: ['string', 'number', 'boolean'],
    pattern: '[^\\s\\u0000-\\u001F\\u007F-\\u009F]',
    patternErrorMessage: 'Write something.',
  }),
  v.transform(oneLine),
  v.minLength(1),
);
/** Optional fields may also be empty. */
export const optionalLine = v.nullish(
  v.pipe(
    v.string(),
    v.metadata({ type: ['string', 'number', 'boolean'] }),
    v.transform((text) => oneLine(text) || null),
  ),
  null,
);

/** `#rgb` or `#rrggbb`. */
export const color = v.pipe(
  v.string(),
  v.regex(/^#(?:[0-9a-fA-F]{3}){1,2}$/, 'invalid-color'),
  v.metadata({ patternErrorMessage: 'A colour is "#" and six hexadecimal digits, in quotes.' }),
  v.transform((text): HexColor => {
    const digits = text.slice(1).toLowerCase();
    return `#${digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits}`;
  }),
);
export const optionalColor = v.nullish(color, null);

const SWITCH = { true: true, yes: true, on: true, false: false, no: false, off: false } as const;
const SWITCH_WORDS = Object.keys(SWITCH) as (keyof typeof SWITCH)[];
export const optionalSwitch = v.nullish(
  v.pipe(
    v.picklist(SWITCH_WORDS, 'wrong-choice'),
    // In an editor's YAML a bare `true` is not text.
    v.metadata({ type: ['boolean', 'string'], enum: [true, false, ...SWITCH_WORDS] }),
    v.transform((word) => SWITCH[word]),
  ),
  null,
);

/** Minutes from midnight. */
export const time = v.pipe(
  v.string(),
  v.metadata({
    pattern: '^\\s*([01]?\\d|2[0-3])[:\\uFF1A][0-5]\\d\\s*$',
    patternErrorMessage: 'A time of day is hours and minutes, such as 19:10.',
  }),
  v.check((text) => readTime(text) !== null, 'invalid-time'),
  v.transform((text) => readTime(text) ?? 0),
);

/** In minutes. */
export const duration = v.nullish(
  v.pipe(
    v.string(),
    v.metadata({
      type: ['string', 'number'],
      pattern: '^\\s*0*[1-9]\\d*\\s*([Mm]in(utes?)?|[Mm]|\u5206(\u949F|\u9418)?|\uBD84)?\\.?\\s*$',
      patternErrorMessage: 'A duration is a number of minutes, such as 20.',
      minimum: 1,
      maximum: 1439,
    }),
    v.check((text) => readDuration(text) !== null, 'invalid-time'),
    v.transform((text) => readDuration(text) ?? 0),
  ),
  null,
);

export const day = v.nullish(
  v.pipe(v.string(), v.metadata({ format: 'date' }), v.check(isDay, 'invalid-date')),
  null,
);

/** Pattern of a well-formed tag, whether or not programs know it. */
const LANGUAGE_TAG =
  '^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([0-9A-Za-z]{5,8}|[0-9][0-9A-Za-z]{3}))*(-[0-9A-WY-Za-wy-z](-[0-9A-Za-z]{2,8})+)*(-[Xx](-[0-9A-Za-z]{1,8})+)?$';

const ADDRESS = {
  pattern: '^\\s*([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[^\\s@/:]+@)\\S+\\s*$',
  patternErrorMessage: 'Write the whole address, with https://.',
};
/** Links with these names are shown in the deck's language. */
const KNOWN_LINKS = Object.fromEntries(
  ['slides', 'repository', 'feedback'].map((name) => [
    name,
    { type: 'string', ...ADDRESS, examples: [`https://example.org/${name}`] },
  ]),
);

/** Web and mail addresses by name. Mail addresses need no `mailto:`. */
export const links = v.nullish(
  v.pipe(
    v.record(
      // A list would have numbers as names.
      v.pipe(
        v.string(),
        v.check((name) => !/^\d+$/.test(name), 'not-a-group'),
      ),
      v.pipe(
        v.string(),
        v.metadata(ADDRESS),
        v.transform((text) => text.trim()),
        v.transform((text) => (/^[^\s@/:]+@[^\s@/:]+$/.test(text) ? `mailto:${text}` : text)),
        v.check((text) => linkTarget(text).type === 'web', 'invalid-url'),
      ),
    ),
    v.metadata({ properties: KNOWN_LINKS }),
  ),
  {},
);

/** An address of the web. */
export const webAddress = v.nullish(
  v.pipe(
    v.string(),
    v.metadata({
      pattern: '^\\s*[Hh][Tt][Tt][Pp][Ss]?://\\S+\\s*$',
      patternErrorMessage: 'Write the whole address, with https://.',
    }),
    v.transform((text) => text.trim()),
    v.check(
      (text) => /^https?:/i.test(text) && linkTarget(text).type === 'web' && URL.canParse(text),
      'invalid-url',
    ),
  ),
  null,
);

/** A language tag of BCP 47. */
export const language = v.pipe(
  v.string(),
  v.metadata({ pattern: LANGUAGE_TAG, patternErrorMessage: 'Write a language tag, such as zh-CN or en.' }),
  v.check(isLanguageTag, 'invalid-lang'),
);

/** The organiser's own words; empty ones keep the default. */
export const labels = v.nullish(
  v.pipe(
    v.strictObject(
      Object.fromEntries(
        LABEL_NAMES.map((name) => [name, v.pipe(optionalLine, v.description(LABEL_MEANINGS[name]))]),
      ) as unknown as Readonly<Record<LabelName, typeof optionalLine>>,
    ),
    v.transform(
      (words): OwnLabels =>
        Object.fromEntries(Object.entries(words).filter(([, word]) => word !== null)) as OwnLabels,
    ),
  ),
  {},
);

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && /^[a-z]{2,3}(-|$)/i.test(tag);
  } catch {
    return false;
  }
}
