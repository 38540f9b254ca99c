import { readEvidence } from './evidence.ts';
import { foldText } from './fold.ts';
import { certainNumbers, findMisstatedNumbers } from './misstated-numbers.ts';
import { readNames } from './names.ts';
import { inUnit, quantityKey, readUnit } from './quantity.ts';

/** A statement of a summary that cites lines of a transcript. */
export interface Claim {
  readonly text: string;
  /** Applies to numbers without a unit of their own, such as 亿 in the table header 参数量(亿). */
  readonly unit?: string;
  /** BCP 47 tag of the summary. */
  readonly lang: string;
}

/** A number or name of a claim that is not in its lines, or a number that they state differently. */
interface Unsupported {
  /** `denied`: the lines negate the number; `range`: they give it as one end of a range. */
  readonly type: 'number' | 'name' | 'denied' | 'range';
  /** As in the claim. */
  readonly text: string;
  /** Offset in the claim's text. */
  readonly index: number;
}

/** Lines of a transcript, 1-based, inclusive. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Finds numbers and Latin-script names of `claim` that do not occur in the lines of `spans` (1-based, inclusive;
 * anything outside the transcript is ignored), and numbers that the lines negate or give as one end of a range while
 * the claim does not; in the order of the claim.
 * Numbers are compared by exact value: `1200万` is `0.12亿` and 一千二百万, but 170 is neither 170亿 nor 170%.
 */
export function checkClaim(
  claim: Claim,
  transcript: Transcript,
  spans: readonly Span[],
): readonly Unsupported[] {
  const text = foldText(claim.text);
  const numbers = certainNumbers(text);
  const lines = citedLines(transcript, spans);
  const names = readNames(text, numbers, claim.lang);
  const unit = readUnit(claim.unit ?? '');
  const evidence = readEvidence(lines, new Set(names.flatMap((name) => name.keys)));

  const unsupportedNames = names.filter((name) => !name.keys.some((key) => evidence.names.has(key)));
  const unsupportedNumbers = outside(numbers, names).filter(({ bare, quantities }) => {
    const said = bare ? quantities.map((quantity) => inUnit(quantity, unit)) : quantities;
    return !said.every((quantity) => evidence.quantities.has(quantityKey(quantity)));
  });
  const report = (type: Unsupported['type']) => (place: Place) => ({
    type,
    text: claim.text.slice(place.index, place.end),
    index: place.index,
  });
  const turned = outside(findMisstatedNumbers(text, numbers, lines), names);
  return [
    ...unsupportedNames.map(report('name')),
    ...unsupportedNumbers.map(report('number')),
    ...turned.map((number) => report(number.type)(number)),
  ].sort((a, b) => a.index - b.index);
}

interface Place {
  readonly index: number;
  readonly end: number;
}

/** A transcript as editors show it: `lines[0]` is line 1. */
export interface Transcript {
  readonly lines: readonly string[];
}

/** Lines end in LF or CRLF; a byte order mark and the final line end are dropped. */
export function parseTranscript(text: string): Transcript {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return { lines };
}

/** The `places` outside all `others`, both sorted: the 3 of `GPT-3` belongs to the name. */
function outside<T extends Place>(places: readonly T[], others: readonly Place[]): readonly T[] {
  let next = 0;
  return places.filter((place) => {
    while ((others[next]?.end ?? Number.POSITIVE_INFINITY) <= place.index) next += 1;
    return place.end <= (others[next]?.index ?? Number.POSITIVE_INFINITY);
  });
}

/** Each cited line once. */
export function citedLines(transcript: Transcript, spans: readonly Span[]): readonly string[] {
  return numberedLines(transcript, spans).map(({ text }) => text);
}

/** A line of the transcript with its 1-based number. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** Each line that is cited once, in the order of the transcript. */
export function numberedLines({ lines }: Transcript, spans: readonly Span[]): readonly NumberedLine[] {
  const cited: NumberedLine[] = [];
  let next = 1;
  for (const { first, last } of spans.toSorted((a, b) => a.first - b.first)) {
    const from = Math.max(first, next);
    for (const [index, text] of lines.slice(from - 1, Math.max(last, 0)).entries())
      cited.push({ line: from + index, text });
    next = Math.max(next, last + 1);
  }
  return cited;
}
