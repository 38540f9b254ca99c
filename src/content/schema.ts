import { z } from 'zod';

/** Text on one line that says something. Numbers are let in because YAML reads `2024` as one. */
const line = z
  .union([z.string(), z.number().transform(String)])
  .transform(oneLine)
  .pipe(z.string().min(1))
  .meta({ description: 'text' });

const optionalLine = line.nullish().transform((value) => value ?? null);

const lang = z
  .string()
  .refine(isLanguageTag, { params: { code: 'invalid-lang' } })
  .meta({ description: 'language tag' });

/** Front matter of content/event.md. */
export const eventSchema = z.strictObject({
  title: line.meta({ examples: ['云上突围'] }),
  lang: lang.meta({ examples: ['zh-CN'] }),
  subtitle: optionalLine,
  date: z.iso
    .date()
    .nullish()
    .transform((value) => value ?? null),
  host: optionalLine,
  organizer: optionalLine,
  source: optionalLine,
});

/** Front matter of content/talks/*.md. */
export const talkSchema = z.strictObject({
  speaker: line.meta({ examples: ['黄东旭'] }),
  role: optionalLine,
  org: optionalLine,
  title: line.meta({ examples: ['数据库的突围'] }),
  takeaway: line.meta({ examples: ['一句听众该记住的话'] }),
  facts: z
    .array(line)
    .nullish()
    .transform((value) => value ?? []),
  portrait: optionalLine,
});

/** Front matter of content/qa/*.md. */
export const exchangeSchema = z.strictObject({
  question: line.meta({ examples: ['为什么选择开源?'] }),
  askedBy: line.meta({ examples: ['观众'] }),
  askedTo: z
    .union([line.transform((name) => [name]), z.array(line)])
    .nullish()
    .transform((value) => value ?? []),
  topic: line.meta({ examples: ['商业模式'] }),
});

export type EventFields = z.output<typeof eventSchema>;
export type TalkFields = z.output<typeof talkSchema>;
export type ExchangeFields = z.output<typeof exchangeSchema>;

/** A block scalar's line ends, and control characters that only YAML escapes can bring, are blanks. */
function oneLine(text: string): string {
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
