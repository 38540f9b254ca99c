/** Why a cell gives a bar no length. */
export type NoAmount = 'text' | 'range' | 'date' | 'unit' | 'ambiguous';

/** The number in a cell, or why there is none. */
export type Amount = { readonly amount: number } | { readonly problem: NoAmount };

/** Decimal mark; thousands are separated by the other one, a space or an apostrophe. */
type Mark = '.' | ',';

const FORMS: Readonly<Record<Mark, RegExp>> = {
  '.': /^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)(?:\.\d+)?$/,
  ',': /^(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)(?:,\d+)?$/,
};
/** Two groups of thousands, or one with a fraction: unambiguous. */
const PROOF = /^\d{1,3}(?:([.,])\d{3}(?:\1\d{3})+|([.,])\d{3}(?!\2)[.,]\d+)/;

const DATE = /^(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})$/;
const RANGE = /\d\s*(?:[-\u2012-\u2015~]|\.{2,3}|to|bis|至|到)\s*[\d\p{Sc}]/u;
/** A currency before, or a currency or percent sign after the number. */
const SIGNED = /^([-\u2212]?)\s*(\p{Sc}?)\s*([-\u2212]?)\s*(\d.*?)\s*(\p{Sc}|%|‰)?$/u;

/**
 * Reads the numbers of a column as a whole: in `950`, `1.200` and `12.000`, nobody means 1.2 and 12. Numbers that could
 * be read in two ways are read by the language's rules; if that would take thousands for fractions, they are ambiguous.
 * @param lang BCP 47
 */
export function readAmounts(cells: readonly string[], lang: string): readonly Amount[] {
  const parts = cells.map(partsOf);
  const digits = parts.flatMap((part) => ('digits' in part ? [part.digits] : []));
  const units = new Set(parts.flatMap((part) => ('digits' in part && part.unit ? [part.unit] : [])));
  const reads = readColumn(digits, markOf(lang));
  return parts.map((part): Amount => {
    if ('problem' in part) return part;
    if (units.size > 1) return { problem: 'unit' };
    const read = reads(part.digits);
    return typeof read === 'number' ? { amount: part.isNegative ? -read : read } : { problem: read };
  });
}

interface Parts {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly unit: string;
}

function partsOf(cell: string): Parts | { readonly problem: NoAmount } {
  const text = cell.normalize('NFKC').trim();
  if (DATE.test(text) && !FORMS['.'].test(text) && !FORMS[','].test(text)) return { problem: 'date' };
  if (RANGE.test(text)) return { problem: 'range' };
  const [, minus = '', before = '', inner = '', digits = '', after = ''] = SIGNED.exec(text) ?? [];
  const isSound = digits !== '' && !(minus && inner) && !(before && after);
  if (!isSound) return { problem: 'text' };
  return { isNegative: minus + inner !== '', digits, unit: before + after };
}

function readColumn(digits: readonly string[], mark: Mark): (cell: string) => number | NoAmount {
  const other: Mark = mark === '.' ? ',' : '.';
  const suits = (each: Mark) => digits.every((cell) => FORMS[each].test(cell));
  const by = (each: Mark) => (cell: string) => (FORMS[each].test(cell) ? numberOf(cell, each) : 'text');
  if (!suits(mark)) {
    const isSure = suits(other) && (other === '.' || digits.some((cell) => PROOF.test(cell)));
    return by(isSure ? other : mark);
  }
  const isContested = (cell: string) => suits(other) && numberOf(cell, mark) !== numberOf(cell, other);
  const hasFraction = (cell: string) => cell.includes(mark);
  if (digits.every(hasFraction)) return by(mark);
  return (cell) => (isContested(cell) && hasFraction(cell) ? 'ambiguous' : by(mark)(cell));
}

function numberOf(cell: string, mark: Mark): number {
  const [whole = '', fraction = ''] = cell.split(mark);
  return Number(`${whole.replaceAll(/\D/g, '')}.${fraction || '0'}`);
}

function markOf(lang: string): Mark {
  try {
    const parts = new Intl.NumberFormat(lang).formatToParts(1.5);
    return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
  } catch {
    return '.';
  }
}
