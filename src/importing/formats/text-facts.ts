import { parse } from 'yaml';
import { type Facts, type NamedSpeaker, NO_FACTS } from './format.ts';

/** What front matter, and the lines above the first turn, say about the file. */
export interface TextFacts {
  readonly facts: Facts;
  /** Number of lines of front matter. */
  readonly frontMatter: number;
}

/** Limit for front matter, in lines. */
const MOST_LINES = 200;

export function frontMatterOf(lines: readonly string[]): TextFacts {
  const end = lines[0] === '---' ? lines.slice(0, MOST_LINES).indexOf('---', 1) : -1;
  if (end < 0) return { facts: NO_FACTS, frontMatter: 0 };
  const fields = fieldsOf(lines.slice(1, end).join('\n'));
  const text = (...keys: readonly string[]) =>
    keys
      .map((key) => fields.get(key))
      .find((value): value is string => typeof value === 'string' && value !== '') ?? null;
  const people = [fields.get('speakers'), fields.get('speaker'), fields.get('presenter')].flat();
  const speakers = people
    .filter((name): name is string => typeof name === 'string' && name.trim() !== '')
    .map((name) => ({ name: name.trim(), abbreviation: initialsOf(name), org: null }));
  const facts = {
    title: text('title'),
    date: dateIn(text('date') ?? ''),
    lang: text('lang', 'language'),
    host: text('host', 'moderator'),
    speakers,
  };
  return { facts, frontMatter: end + 1 };
}

/** Limit for front matter, in characters. */
const MOST_CHARACTERS = 20_000;

/** The fields of a plain map; empty for any other YAML. */
function fieldsOf(yaml: string): ReadonlyMap<string, unknown> {
  if (yaml.length > MOST_CHARACTERS) return new Map();
  try {
    const values: unknown = parse(yaml, { schema: 'failsafe', logLevel: 'silent', maxAliasCount: 0 });
    return new Map(values !== null && typeof values === 'object' ? Object.entries(values) : []);
  } catch {
    return new Map();
  }
}

function initialsOf(name: string): string | null {
  const initials = name
    .trim()
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('');
  return /^\p{Lu}{2,4}$/u.test(initials) ? initials : null;
}

/** Names with abbreviations, from a table of attendees or from `Tomas Okafor (TO)`. */
export function abbreviationsIn(lines: readonly string[]): readonly NamedSpeaker[] {
  const found = new Map<string, NamedSpeaker>();
  for (const line of lines) {
    if (line.length > 400) continue;
    const cells =
      /^\|(.+)\|$/
        .exec(line)?.[1]
        ?.split('|')
        .map((cell) => cell.trim()) ?? [];
    const [name = '', abbreviation = '', org = ''] = cells;
    if (/^\p{Lu}[\p{Lu}\d]{1,3}$/u.test(abbreviation) && name.length >= 2) {
      found.set(abbreviation, { name, abbreviation, org: org || null });
    }
    for (const [, full = '', short = ''] of line.matchAll(
      /(\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){1,3}) \((\p{Lu}{2,4})\)/gu,
    )) {
      if (!found.has(short)) found.set(short, { name: full, abbreviation: short, org: null });
    }
  }
  return [...found.values()];
}

/** Names from the line below "Attendees". */
export function attendeesIn(lines: readonly string[]): readonly NamedSpeaker[] {
  const at = lines.findIndex((line) => /^(?:Attendees|Participants|参会人员?)$/i.test(line));
  if (at < 0) return [];
  const names = (lines[at + 1] ?? '').slice(0, 2_000).split(/\s*[,，、]\s*/);
  return names.filter((name) => name !== '').map((name) => ({ name, abbreviation: null, org: null }));
}

const TITLE_LINE = /^(?:会议主题|主题|标题|Title|Topic|Subject)\s*[:：]\s*(.+)$/i;
/** A longer first line is a sentence. */
const LONGEST_TITLE = 60;

/** Title and date from the lines above the first turn of a service's export. */
export function headFacts(head: readonly string[], before: Facts): Facts {
  const lines = head.filter((line) => line !== '').slice(0, 30);
  const named = lines.map((line) => TITLE_LINE.exec(line)?.[1]).find((title) => title !== undefined);
  const [first = ''] = lines;
  const plain = first
    .replace(/^#+\s*/, '')
    .replace(/\s*\(\d{4}-\d{2}-\d{2}.*$/, '')
    .replace(/-\d{8}_\d{6}-.*$/, '');
  const isTitle = plain !== '' && plain.length <= LONGEST_TITLE && !/[:：。！？]/.test(plain);
  return {
    ...before,
    title: before.title ?? named ?? (isTitle ? plain : null),
    date: before.date ?? lines.map(dateIn).find((date) => date !== null) ?? null,
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first date in a text, in ISO 8601, or null. */
export function dateIn(text: string): string | null {
  const [, year, month, day] =
    /(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/.exec(text) ??
    /(?<!\d)(20\d{2})(\d{2})(\d{2})_/.exec(text) ??
    [];
  if (year && month && day) return isoDay(Number(year), Number(month), Number(day));
  const [, before, name = '', after, nameYear] =
    /(?:(\d{1,2})\s+)?\b([A-Z][a-z]{2,8})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})\b/.exec(text) ?? [];
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  const dayOfMonth = before ?? after;
  return index < 0 || !dayOfMonth ? null : isoDay(Number(nameYear), index + 1, Number(dayOfMonth));
}

function isoDay(year: number, month: number, day: number): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}
