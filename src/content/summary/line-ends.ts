import type { Inline } from './markup.ts';

/** Finds where lines of Chinese may break: after a word, but not within a name. */
export class LineEnds {
  /** By first character; longer ones before those that they begin with. */
  readonly #names = new Map<string, string[]>();
  /** The latest texts: each is measured first and shown later. */
  readonly #known = new Map<string, ReadonlySet<number>>();

  /** @param names to keep whole: the meetup's people, organisations, glossary */
  constructor(names: readonly string[]) {
    const kept = [...new Set(names)].filter((name) => name.length <= LONGEST_NAME && TWO_HAN.test(name));
    for (const name of kept.sort((a, b) => b.length - a.length)) {
      const first = name.charAt(0);
      this.#names.set(first, [...(this.#names.get(first) ?? []), name]);
    }
  }

  /** `inlines` with the break positions in their texts, as `ends`. */
  mark(inlines: readonly Inline[]): readonly Inline[] {
    const flat = flatText(inlines);
    const ends = flat.length > SHORT && HAN_TEXT.test(flat) ? this.of(flat) : NONE;
    return new Marker(ends).mark(inlines, 0);
  }

  /** `text` with a zero-width space at each break position. */
  parted(text: string): string {
    const marked = this.mark([{ type: 'text', text }]);
    return marked.flatMap((inline) => (inline.type === 'text' ? piecesOf(inline) : [])).join('\u200b');
  }

  /** Offsets in `text` at which a line may break. */
  of(text: string): ReadonlySet<number> {
    const known = this.#known.get(text);
    if (known) return known;
    const ends = this.#find(text);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(text, ends);
    return ends;
  }

  #find(text: string): ReadonlySet<number> {
    const ends = new Set<number>();
    /** Length of the current word, composed of characters that the dictionary lists separately. */
    let joined = 0;
    for (const { index, segment } of segmentsOf(text)) {
      const isLone =
        segment.length === 1 && HAN_TEXT.test(segment) && !APART.has(segment) && !PARTICLES.has(segment);
      const isSuffix = SUFFIXES.has(segment) || PARTICLES.has(segment);
      const goesOn = joined > 0 && joined < LONGEST_JOINED && isLone;
      if (!goesOn && !isSuffix && mayEnd(text, index)) ends.add(index);
      joined = isLone ? (goesOn ? joined + 1 : 1) : 0;
    }
    for (const { name, index } of this.#namesIn(text)) {
      for (let at = index + 1; at < index + name.length; at += 1) ends.delete(at);
      const end = index + name.length;
      if (mayEnd(text, index)) ends.add(index);
      if (mayEnd(text, end) && !PARTICLES.has(text.charAt(end))) ends.add(end);
    }
    return ends;
  }

  *#namesIn(text: string): Generator<{ readonly name: string; readonly index: number }> {
    for (let index = 0; index < text.length; index += 1) {
      const name = this.#names.get(text.charAt(index))?.find((each) => text.startsWith(each, index));
      if (name === undefined) continue;
      yield { name, index };
      index += name.length - 1;
    }
  }
}

/** The texts between the break positions. */
export function piecesOf({ text, ends = [] }: Extract<Inline, { type: 'text' }>): readonly string[] {
  return [...ends, text.length].map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

/** A text of at most this many characters is treated as one word. */
const SHORT = 5;
/** Number of cached texts; a deck has a few hundred. */
const MOST_KNOWN = 1_000;
/** A longer name, such as an institute's, would leave half of a line empty. */
const LONGEST_NAME = 8;
const TWO_HAN = /\p{Script=Han}{2}/u;
const HAN_TEXT = /\p{Script=Han}/u;
const NONE: ReadonlySet<number> = new Set();
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
/** Chinese clauses; words do not cross their ends. The segmenter's time is quadratic in the length of the text. */
const CLAUSE =
  /[^\u3001\u3002\uFF01\uFF0C\uFF1A\uFF1B\uFF1F]{1,1000}[\u3001\u3002\uFF01\uFF0C\uFF1A\uFF1B\uFF1F]*|[\s\S]/gu;

function* segmentsOf(text: string): Generator<{ readonly index: number; readonly segment: string }> {
  for (const { 0: clause, index: start } of text.matchAll(CLAUSE))
    for (const { index, segment } of SEGMENTER.segment(clause)) yield { index: start + index, segment };
}

/** The dictionary has 开 and 源, but not 开源; and it separates a number from what it counts, as in 两种. */
const LONGEST_JOINED = 3;
/** One-character words that do not combine with their neighbours. */
const APART: ReadonlySet<string> = new Set(
  '是在和与及或也就都还又把被从对向给而但则很更最不没有到让用跟并由为以比要会能可我你他她它',
);

/** Joined to the preceding word if the dictionary does so. */
const SUFFIXES: ReadonlySet<string> = new Set(
  '人员者家性化力度率师型式版界库层业额量费品端群商院里中上下内外后前时',
);
/** Always joined to the preceding word; the dictionary has 的是 and 的话 as words. */
const PARTICLES: ReadonlySet<string> = new Set([...'了的着过吗呢吧地得们', '的是', '的话']);
/** Joined to the number that follows: in ordinals and dates. */
const BEFORE_NUMBER: ReadonlySet<string> = new Set('第年月');

function mayEnd(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (before === '' || after === '') return false;
  if (isHan(before)) return isHan(after) || (!BEFORE_NUMBER.has(before) && LETTER.test(after));
  // Keeps a number with what it counts.
  return isHan(after) && LETTER.test(before) && !DIGIT.test(before);
}

const LETTER = /[\p{L}\p{N}]/u;
const DIGIT = /\p{N}/u;

/** True also for half of a character beyond the basic plane. */
function isHan(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return (code >= 0xd840 && code < 0xe000) || HAN_TEXT.test(unit);
}

/** One placeholder character for anything that is not text: code is a word, a footnote belongs to what precedes it. */
function flatText(inlines: readonly Inline[]): string {
  return inlines.map(flat).join('');
}

function flat(inline: Inline): string {
  if ('children' in inline) return flatText(inline.children);
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'code':
      return 'x';
    case 'footnote':
      return '\u2060';
    default:
      return '\n';
  }
}

/** Distributes the break positions over the texts; one between two texts goes to the one nested less deeply. */
class Marker {
  readonly #ends: ReadonlySet<number>;
  #at = 0;
  /** The preceding text, and its nesting depth. */
  #last: { readonly ends: number[]; readonly length: number; readonly depth: number } | null = null;

  constructor(ends: ReadonlySet<number>) {
    this.#ends = ends;
  }

  mark(inlines: readonly Inline[], depth: number): readonly Inline[] {
    return inlines.map((inline): Inline => {
      if ('children' in inline) return { ...inline, children: this.mark(inline.children, depth + 1) };
      const isText = inline.type === 'text';
      const length = flat(inline).length;
      const own: number[] = [];
      if (this.#ends.has(this.#at)) {
        const before = this.#last;
        if (before && (!isText || before.depth < depth)) before.ends.push(before.length);
        else if (isText) own.push(0);
      }
      for (let at = 1; at < length; at += 1) if (this.#ends.has(this.#at + at)) own.push(at);
      this.#at += length;
      this.#last = isText ? { ends: own, length, depth } : null;
      return isText ? { ...inline, ends: own } : inline;
    });
  }
}
