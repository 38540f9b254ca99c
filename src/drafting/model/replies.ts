import type { Lines } from '../drafted.ts';

/** A model's statement, unchecked. */
export interface Claimed {
  readonly text: string;
  readonly lines: Lines;
  readonly quote: string;
}

export interface TalkReply {
  readonly takeaway: Claimed | null;
  readonly sections: readonly SectionReply[];
}

/** Forms in which a section may be shown. */
export const SECTION_KINDS = ['points', 'steps', 'figures', 'table'] as const;

export interface SectionReply {
  readonly heading: Claimed | null;
  readonly kind: (typeof SECTION_KINDS)[number];
  /** Names of a table's two columns, else empty. */
  readonly header: readonly string[];
  readonly items: readonly Claimed[];
}

export interface ExchangeReply {
  readonly question: Claimed | null;
  readonly answers: readonly { readonly speaker: string; readonly items: readonly Claimed[] }[];
}

/** Longer replies are not summaries. */
const MOST_CHARACTERS = 400_000;

/**
 * The outermost JSON objects in a text, whatever surrounds them: prose, fences, thoughts. An incomplete object does not
 * count.
 */
export function objectsIn(text: string): readonly Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  const read = text.slice(0, MOST_CHARACTERS).replaceAll(/<think>[\s\S]*?<\/think>/g, '');
  let depth = 0;
  let from = 0;
  let isText = false;
  for (let at = 0; at < read.length; at += 1) {
    const char = read[at];
    if (isText) {
      if (char === '\\') at += 1;
      else if (char === '"') isText = false;
    } else if (depth > 0 && char === '"') isText = true;
    else if (char === '{') {
      if (depth === 0) from = at;
      depth += 1;
    } else if (char === '}' && depth > 0) {
      depth -= 1;
      if (depth > 0) continue;
      const object = parsed(read.slice(from, at + 1));
      if (object) found.push(object);
    }
  }
  return found;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** The usable parts of an object; null if there are none. */
export function readTalk(object: Readonly<Record<string, unknown>>): TalkReply | null {
  const sections = list(object.sections).flatMap((section): readonly SectionReply[] => {
    if (!isObject(section)) return [];
    const items = list(section.items).flatMap((item) => readClaim(item) ?? []);
    const kind = SECTION_KINDS.find((each) => each === section.kind) ?? 'points';
    const header = list(section.header).filter((each): each is string => typeof each === 'string');
    return items.length === 0 ? [] : [{ heading: readClaim(section.heading), kind, header, items }];
  });
  return sections.length === 0 ? null : { takeaway: readClaim(object.takeaway), sections };
}

export function readExchange(object: Readonly<Record<string, unknown>>): ExchangeReply | null {
  const answers = list(object.answers).flatMap((answer) => {
    if (!isObject(answer) || typeof answer.speaker !== 'string') return [];
    const items = list(answer.items).flatMap((item) => readClaim(item) ?? []);
    return items.length === 0 ? [] : [{ speaker: answer.speaker, items }];
  });
  const question = readClaim(object.question);
  return answers.length === 0 && question === null ? null : { question, answers };
}

/** `lines` may be `[3, 5]`, `[[3, 5]]` or `[3]`. */
function readClaim(value: unknown): Claimed | null {
  if (!isObject(value) || typeof value.text !== 'string') return null;
  const text = value.text.replaceAll(/\s+/g, ' ').trim();
  const numbers = list(value.lines)
    .flat(2)
    .filter((each): each is number => Number.isSafeInteger(each));
  if (text === '' || numbers.length === 0) return null;
  const quote = typeof value.quote === 'string' ? value.quote : '';
  const lines = {
    first: numbers.reduce((a, b) => Math.min(a, b)),
    last: numbers.reduce((a, b) => Math.max(a, b)),
  };
  return { text, lines, quote };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 200) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
