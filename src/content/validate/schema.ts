import * as v from 'valibot';
import { ADVICE_NAMES } from '../../findings/finding.ts';
import { ALLOWED_CODES } from '../../findings/messages/foreign-messages.ts';
import { PUBLISHABLE, RATIOS, THEMES } from '../summary/meetup.ts';
import { readDays } from '../summary/schedule.ts';
import {
  color,
  day,
  duration,
  field,
  labels,
  language,
  line,
  links,
  optionalColor,
  optionalLine,
  optionalSwitch,
  time,
  webAddress,
} from './field-types.ts';

const READING = 'How the name is read, in kana or Latin letters: "talkdeck new" names files by it.';

const breakSchema = v.strictObject({
  time: field(time, 'When it begins.', '20:00'),
  title: field(line, 'What it is.', '茶歇', 'Coffee'),
  duration: field(duration, 'How many minutes it takes.', '15'),
  day: field(day, 'Of a meetup of several days, the day.', '2026-05-02'),
});

const sponsorSchema = v.strictObject({
  name: field(line, 'Who it is; read out to people who do not see the logo.', 'Analytical Engines'),
  logo: field(line, 'The logo, relative to content/.', 'assets/engines.svg'),
});

/** A person with a name and optional details. */
const personSchema = v.strictObject({
  name: field(line, 'Who it is. Questions find the person by exactly this name.', 'Ada Lovelace'),
  reading: field(optionalLine, READING, 'やまだ たろう'),
  role: field(optionalLine, 'What the person does there.', '联合创始人兼 CTO', 'Co-founder and CTO'),
  org: field(optionalLine, 'The company or the project that the person comes from.', 'PingCAP'),
  portrait: field(optionalLine, 'A picture of the person, relative to this file.', '../assets/huang.jpg'),
  accent: field(optionalColor, "The person's colour in all decks, in quotes.", '#0b5cad'),
  links: field(links, 'Where to find the person: addresses by their names, for the last slide.'),
});

export const PERSON_FIELDS: readonly string[] = Object.keys(personSchema.entries);

/** Just a name, or a group of fields. */
const person = v.union([
  v.pipe(
    line,
    v.transform((name) => ({
      ...{ name, reading: null, role: null, org: null, portrait: null, accent: null },
      links: {},
    })),
  ),
  personSchema,
]);

/** Front matter of content/event.md. */
export const eventSchema = v.pipe(
  v.strictObject({
    title: field(line, 'The name of the meetup, on every cover.', '云上突围', 'Shipping Night'),
    lang: field(
      language,
      'The language of the summaries, as a BCP 47 tag. It chooses the fonts and the words of the decks.',
      'zh-CN',
      'en',
    ),
    subtitle: field(
      optionalLine,
      'A line below the name of the meetup.',
      '第一期圆桌分享',
      'Three talks and a panel',
    ),
    date: field(
      v.nullish(
        v.pipe(
          v.string(),
          v.metadata({
            anyOf: [{ format: 'date' }, { pattern: '^\\d{4}-\\d{2}-\\d{2}/((\\d{4}-)?\\d{2}-)?\\d{2}$' }],
          }),
          v.check((text) => readDays(text) !== null, 'invalid-date'),
          v.transform((text) => readDays(text) ?? { first: text, last: text }),
        ),
        null,
      ),
      'The day of the meetup: year, month and day. Several days are the first and the last: 2026-05-01/02.',
      '2024-05-31',
    ),
    venue: field(
      optionalLine,
      'Where it takes place: a house, and a street or a town.',
      '前滩 31 号',
      'Betahaus, Berlin',
    ),
    breaks: field(
      v.nullish(v.array(breakSchema), []),
      'What the programme has besides talks and questions. Each has "time" and "title".',
    ),
    qaTime: field(v.nullish(time, null), 'When the questions begin.', '20:30'),
    host: field(
      optionalLine,
      'Who leads through the meetup; may ask and answer questions.',
      '刘超',
      'Ben Okafor',
    ),
    people: field(
      v.nullish(v.array(person), []),
      'Others who ask and answer: guests, panellists. Each is a name, or has "name", "role" and "org".',
      ['陈默'],
      ['Mia Chen'],
    ),
    organizer: field(optionalLine, 'Who holds the meetup.', 'Atypical Ventures'),
    source: field(
      optionalLine,
      'The transcript that citations such as [L73] refer to: a file, relative to content/.',
      'transcript.txt',
    ),
    recording: field(
      webAddress,
      'Address of the recording; citations become links to their second, where an import knows the times of lines.',
      'https://www.youtube.com/watch?v=abc',
    ),
    site: field(
      webAddress,
      'Address at which "talkdeck site" will be found, for previews, the sitemap and the feed.',
      'https://example.org/shipping-night/',
    ),
    publish: field(
      v.nullish(v.array(v.picklist(PUBLISHABLE, 'wrong-choice')), []),
      'What the site shows besides the summaries: speaker notes, the transcript, the lines that statements cite.',
      ['notes'],
    ),
    closing: field(optionalLine, 'A line on the last slide of every deck.', '下期见', 'See you next time'),
    links: field(
      links,
      'Where to go on: addresses by their names, each with a QR code on the last slide of every deck.',
    ),
    labels: field(
      labels,
      'Decks\' own words, such as "Questions", in a language that talkdeck does not know, or other ones.',
    ),
    theme: field(
      v.nullish(v.picklist(THEMES, 'wrong-choice'), null),
      'The look of all decks: quiet is light (the default), bold is dark, vivid is for photographs and large type.',
      ...THEMES,
    ),
    ratio: field(
      v.nullish(v.picklist(RATIOS, 'wrong-choice'), null),
      'Width to height of a slide; 16:9 is the default.',
      ...RATIOS,
    ),
    reveal: field(
      optionalSwitch,
      'Whether points, steps and answers come one by one, on click; true is the default.',
    ),
    logo: field(
      optionalLine,
      'A picture on the first and the last slide, relative to content/.',
      'assets/logo.svg',
    ),
    logoDark: field(
      optionalLine,
      'The same for grounds on which "logo" would not be seen; else it stands on a chip of paper there.',
      'assets/logo-white.svg',
    ),
    sponsors: field(
      v.nullish(v.array(sponsorSchema), []),
      'Who makes the evening possible, in a row on its first slide. Each has "name" and "logo".',
    ),
    cover: field(
      optionalLine,
      'A picture that fills the first slide of the evening and of the questions, relative to content/.',
      'assets/night.jpg',
    ),
    paper: field(optionalColor, "The colour of the slides' ground, in quotes.", '#fffaf0'),
    ink: field(
      optionalColor,
      'The colour of the text, in quotes; it must be easy to read on the ground.',
      '#1a1a2e',
    ),
    accents: field(
      v.nullish(v.array(color), []),
      "The speakers' colours, in quotes, in the order of their talks.",
      ['#0b5cad', '#bb4271'],
    ),
    font: field(
      optionalLine,
      'A font file of your own for the text, relative to content/; Chinese stays in the bundled font.',
      'assets/Brand-Regular.woff2',
    ),
    boldFont: field(optionalLine, 'A font file of your own for bold text.', 'assets/Brand-Bold.woff2'),
    headingFont: field(optionalLine, 'A font file of your own for headings.', 'assets/Brand-Display.woff2'),
    codeFont: field(optionalLine, 'A font file of your own for code.', 'assets/Brand-Mono.woff2'),
    glossary: field(
      v.nullish(v.array(line), []),
      'Names in their right spelling; "talkdeck check" finds others, and "--fix" corrects them.',
      ['PingCAP', 'TiDB', 'OneFlow'],
    ),
    adviceOff: field(
      v.nullish(v.array(v.picklist(ADVICE_NAMES, 'wrong-choice')), []),
      'The advice of "talkdeck check" that is not wanted here.',
      ['long-point'],
    ),
    allow: field(
      v.nullish(v.array(v.picklist(ALLOWED_CODES, 'wrong-choice')), []),
      'Markup of other tools that is shown as it was typed, instead of being an error; it does nothing.',
      ['html-as-text'],
    ),
  }),
  v.title('Front matter of content/event.md'),
);

/** Front matter of content/talks/*.md. */
export const talkSchema = v.pipe(
  v.strictObject({
    speaker: field(
      optionalLine,
      'Who speaks. Questions find the speaker by exactly this name. Several are a list in "speakers".',
      'Ada Lovelace',
    ),
    speakers: field(
      v.nullish(v.pipe(v.array(person), v.minLength(1, 'no-speaker')), null),
      'Several who speak together, instead of "speaker". Each is a name, or has "name", "role" and "org".',
      ['Ada Lovelace', 'Alan Turing'],
    ),
    reading: field(optionalLine, READING, 'やまだ たろう'),
    role: field(optionalLine, 'What the speaker does there.', '联合创始人兼 CTO', 'Co-founder and CTO'),
    org: field(optionalLine, 'The company or the project that the speaker comes from.', 'PingCAP'),
    title: field(line, 'The title of the talk, on its cover.', '数据库的突围', 'Why we ship on Fridays'),
    time: field(v.nullish(time, null), 'When the talk begins, for the programme.', '19:10'),
    duration: field(duration, 'How many minutes it takes.', '20'),
    day: field(day, 'Of a meetup of several days, the day of the talk.', '2026-05-02'),
    track: field(
      optionalLine,
      'Where talks run beside each other: the room, or the name of the track.',
      'A 厅',
      'Room A',
    ),
    takeaway: field(
      line,
      'One sentence that the audience should remember; it has a slide of its own. It may end in a citation.',
      '一句听众该记住的话',
      'Remember this one thing',
    ),
    facts: field(
      v.nullish(v.array(line), []),
      'Facts about the speaker, one on a line, each with a citation if you like.',
      ['写出了开源项目 Codis [L61]'],
      ['Wrote the open-source project Codis [L61]'],
    ),
    portrait: field(optionalLine, 'A picture of the speaker, relative to this file.', '../assets/huang.jpg'),
    logo: field(
      optionalLine,
      "The logo of the speaker's company, on the talk's first slide, relative to this file.",
      '../assets/pingcap.svg',
    ),
    cover: field(
      optionalLine,
      "A picture that fills the talk's first slide, relative to this file.",
      '../assets/rocket.jpg',
    ),
    accent: field(optionalColor, "The speaker's colour in all decks, in quotes.", '#0b5cad'),
    lang: field(
      v.nullish(language, null),
      'The language of the talk, if other than that of event.md, as a BCP 47 tag.',
      'en',
    ),
    links: field(
      links,
      'Slides, repository, feedback and so on: addresses by their names, each with a QR code on the last slide.',
    ),
    labels: field(labels, "The deck's own words, if others than in event.md."),
    reveal: field(
      optionalSwitch,
      'Whether points and steps come one by one, on click, if other than in event.md.',
    ),
  }),
  v.forward(
    v.partialCheck(
      [['speaker'], ['speakers']],
      ({ speaker, speakers }) => speaker !== null || speakers !== null,
      'no-speaker',
    ),
    ['speaker'],
  ),
  v.title('Front matter of content/talks/*.md'),
);

/** Front matter of content/qa/*.md. */
export const exchangeSchema = v.pipe(
  v.strictObject({
    question: field(
      line,
      'The question, in one sentence. It may end in a citation.',
      '为什么选择开源?',
      'Why open source?',
    ),
    askedBy: field(line, 'Who asks.', '观众', 'The audience'),
    askedTo: field(
      v.nullish(
        v.union([
          v.pipe(
            line,
            v.transform((name) => [name]),
          ),
          v.array(line),
        ]),
        [],
      ),
      'Who is asked, by name: one, or a list. Speakers, the host, or "people" of event.md.',
      'Ada Lovelace',
      ['Ada Lovelace', 'Alan Turing'],
    ),
    topic: field(
      line,
      'What it is about, in a word or two. Questions of one topic stand together.',
      'Open source',
      '开源',
    ),
  }),
  v.title('Front matter of content/qa/*.md'),
);

/** Fields that are shown as text, in whichever group; all words of `labels` and names of `links` are, too. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set([
  ...['title', 'subtitle', 'venue', 'host', 'organizer', 'closing', 'people', 'name', 'role', 'org'],
  ...['speaker', 'speakers', 'track', 'takeaway', 'facts', 'question', 'askedBy', 'askedTo', 'topic'],
]);

export const BREAK_FIELDS: readonly string[] = Object.keys(breakSchema.entries);
export const SPONSOR_FIELDS: readonly string[] = Object.keys(sponsorSchema.entries);

export type PersonFields = v.InferOutput<typeof personSchema>;

/** Any of the three schemas. */
export type FieldSchema = typeof eventSchema | typeof talkSchema | typeof exchangeSchema;

/** Whether Windows reserves a file name for a device, with any extension. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|(?:com|lpt)[\d\u00b9\u00b2\u00b3])(?:\..*)?$/i.test(name);
}
