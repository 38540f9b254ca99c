import type { InferOutput } from 'valibot';
import type { Result } from '../../findings/finding.ts';
import type { FieldPath } from '../parse/front-matter.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { assetPath } from '../summary/asset.ts';
import { plainText } from '../summary/markup.ts';
import { type Event, FONT_ROLES, type NamedColor } from '../summary/meetup.ts';
import { outline, withoutTitle } from '../summary/section.ts';
import { coverPicture, placedLogo } from './cover-picture.ts';
import { eventSchema } from './schema.ts';
import { validateFields } from './validate-fields.ts';
import { namedLinks, profiles } from './validate-people.ts';
import { misplacedMarkers, validateSections } from './validate-sections.ts';

/** The contents of event.md; with mistakes, what remains, as for other summaries (validate-summary.ts). */
export function validateEvent(whole: ParsedFile): Result<Event> {
  const head = validateFields(whole.source.path, eventSchema, whole.frontMatter);
  const file = { ...whole, blocks: withoutTitle(whole.blocks, head.value.title, 2) };
  const body = validateEvening(file);
  const fields = head.value;
  const {
    title,
    lang,
    subtitle,
    date,
    venue,
    host,
    organizer,
    closing,
    recording,
    site,
    publish,
    labels,
    glossary,
    adviceOff,
    allow,
    source: path,
  } = fields;
  // A path copied on Windows names the same file elsewhere.
  const transcript =
    path === null
      ? null
      : { path: path.replaceAll('\\', '/'), at: file.frontMatter.locate(['source'], 'value') };
  const people = profiles(file, 'people', fields.people);
  const { frontMatter } = file;
  const breaks = fields.breaks.map(({ title: name, time, duration, day }, index) => ({
    title: name,
    at: frontMatter.locate(['breaks', index, 'title'], 'value'),
    slot: {
      start: time,
      duration,
      day,
      track: null,
      at: frontMatter.locate(['breaks', index, 'time'], 'value'),
    },
  }));
  const qaSlot =
    fields.qaTime === null
      ? null
      : {
          start: fields.qaTime,
          duration: null,
          day: date?.last ?? null,
          track: null,
          at: frontMatter.locate(['qaTime'], 'value'),
        };
  const facts = {
    title,
    lang,
    langAt: frontMatter.locate(['lang'], 'value'),
    breaks,
    qaSlot,
    people: people.value,
    subtitle,
    date,
    venue,
    host,
    organizer,
    closing,
    recording,
    site,
    publish,
    links: namedLinks(file, fields.links, ['links']),
    labels,
    transcript,
    glossary,
    adviceOff,
    allow,
  };
  return {
    value: {
      ...facts,
      ...eventLook(file, fields),
      ...body.value,
      source: file.source,
      lines: file.lines,
      notes: outline(file.blocks, 2).notes,
    },
    findings: [...head.findings, ...people.findings, ...body.findings],
  };
}

/** The sections of event.md, and where the closing ones begin. */
function validateEvening(file: ParsedFile): Result<Pick<Event, 'sections' | 'ending'>> {
  const at = file.blocks.findIndex(
    (block) => block.type === 'heading' && block.level === 1 && isEnding(plainText(block.prose.inlines)),
  );
  const heading = file.blocks[at];
  const opening = validateSections(heading ? { ...file, blocks: file.blocks.slice(0, at) } : file);
  if (heading?.type !== 'heading') return { ...opening, value: { sections: opening.value, ending: null } };
  const below = { ...file, blocks: file.blocks.slice(at + 1) };
  const closing = validateSections(below);
  const ending = {
    title: heading.prose,
    notes: outline(below.blocks, 2).notes,
    first: opening.value.length,
    line: heading.lines.first,
  };
  const marked = misplacedMarkers(file, [heading]);
  return {
    value: { sections: [...opening.value, ...closing.value], ending },
    findings: [...opening.findings, ...marked, ...closing.findings],
  };
}

/** Headings that close the evening, in the languages of decks. */
const ENDINGS: ReadonlySet<string> = new Set(
  [
    'closing, the end, end, wrap-up, goodbye, 结束, 结束语, 闭幕, 尾声, 收尾, 結束, 結束語, 閉幕, 尾聲',
    'クロージング, おわりに, 終わりに, 閉会, 마무리, 맺음말, 폐회, schluss, abschluss, ende, verabschiedung',
    'clôture, conclusion, fin, cierre, final, despedida, encerramento, fim',
  ].flatMap((words) => words.split(', ')),
);

function isEnding(title: string): boolean {
  return ENDINGS.has(title.normalize('NFC').trim().toLowerCase());
}

/** Look of the decks according to event.md, with positions. */
function eventLook(
  file: ParsedFile,
  fields: InferOutput<typeof eventSchema>,
): Pick<Event, 'look' | 'reveal' | 'logo' | 'logoDark' | 'sponsors' | 'cover' | 'fonts' | 'colors'> {
  const { source, frontMatter } = file;
  const at = (path: FieldPath) => frontMatter.locate(path, 'value');
  const below = (src: string) => assetPath(source.path, { src, alt: '' });

  const owner = fields.organizer ?? fields.title;
  // A single logo is used everywhere.
  const [usual, other] =
    fields.logo === null ? (['logoDark', 'logo'] as const) : (['logo', 'logoDark'] as const);
  const logo = placedLogo(file, fields[usual], [usual], owner);
  const logoDark = placedLogo(file, fields[other], [other], owner);
  const sponsors = fields.sponsors.flatMap(
    ({ name, logo: src }, index) => placedLogo(file, src, ['sponsors', index, 'logo'], name) ?? [],
  );
  const fonts = FONT_ROLES.flatMap((role) => {
    const src = fields[role];
    return src === null ? [] : [{ role, src, path: below(src), at: at([role]) }];
  });
  const colors: readonly NamedColor[] = [
    ...(['paper', 'ink'] as const).flatMap((field) => {
      const color = fields[field];
      return color === null ? [] : [{ field, color, at: at([field]) }];
    }),
    ...fields.accents.map((color, index) => ({
      field: `accents.${index}`,
      color,
      at: at(['accents', index]),
    })),
  ];
  return {
    look: {
      theme: fields.theme ?? 'quiet',
      ratio: fields.ratio ?? '16:9',
      logo: logo?.logo ?? null,
      logoDark: logoDark?.logo ?? null,
      paper: fields.paper,
      ink: fields.ink,
      accents: fields.accents,
      fonts: Object.fromEntries(fonts.map(({ role, path }) => [role, path])),
    },
    reveal: fields.reveal ?? true,
    logo,
    logoDark,
    sponsors,
    cover: coverPicture(file, fields.cover),
    fonts,
    colors,
  };
}
