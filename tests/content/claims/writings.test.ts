import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkClaim, parseTranscript } from '../../../src/content/claims/check-claim.ts';
import { runs } from '../../deep.ts';
import { chineseNumeral } from './chinese-numeral.ts';

type Writer = (value: number) => string;

const grouped = (separator: string): Writer => {
  return (value) => String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
};

/** Writes `value` exactly, in units of ten to the power of `exponent`. */
const inUnits = (exponent: number, unit: string): Writer => {
  return (value) => {
    const digits = String(value).padStart(exponent + 1, '0');
    const fraction = digits.slice(-exponent).replace(/0+$/, '');
    return `${digits.slice(0, -exponent)}${fraction && `.${fraction}`}${unit}`;
  };
};

const fullWidth: Writer = (value) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Notations of numbers that claims need evidence for. */
const WRITERS: Readonly<Record<string, Writer>> = {
  digits: String,
  'full-width': fullWidth,
  commas: grouped(','),
  'full-width commas': grouped('\uff0c'),
  'thin spaces': grouped('\u2009'),
  'no-break spaces': grouped('\u00a0'),
  decimals: (value) => `${value}.00`,
  万: inUnits(4, '万'),
  亿: inUnits(8, ' 亿'),
  万亿: inUnits(12, '万亿'),
  千万: inUnits(7, '千万'),
  million: inUnits(6, ' million'),
  K: inUnits(3, 'K'),
  B: inUnits(9, 'B'),
};

const writer = fc.constantFrom(...Object.entries(WRITERS));
const evidenceWriter = fc.constantFrom(...Object.entries({ ...WRITERS, chinese: chineseNumeral }));
const value = fc.oneof(
  fc.nat({ max: 99_999 }),
  fc.integer({ min: 0, max: 999_999_999_999 }),
  fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 9 })).map(([digits, zeros]) => digits * 10 ** zeros),
);
const before = fc.constantFrom('有', '约 ', 'Redis 的', '', '第', '超过');
const after = fc.constantFrom('个', ' 元', '', '。', '的 Redis', ',', '、');

function numbersUnsupported(text: string, evidence: string): readonly string[] {
  const found = checkClaim({ text, lang: 'zh' }, parseTranscript(evidence), [{ first: 1, last: 1 }]);
  return found.filter(({ type }) => type === 'number').map((number) => number.text);
}

test('a number in one writing is supported by any other writing of it', () => {
  fc.assert(
    fc.property(value, writer, evidenceWriter, before, after, (number, [, claim], [, evidence], a, b) => {
      expect(numbersUnsupported(claim(number), a + evidence(number) + b)).toEqual([]);
      expect(numbersUnsupported(a + claim(number) + b, evidence(number))).toEqual([]);
    }),
    { numRuns: runs(400, 2_000) },
  );
});

test('a number is not supported by another number', () => {
  const pair = fc.tuple(value, fc.oneof(value, fc.integer({ min: -10, max: 10 })));
  const other = pair.map(
    ([first, second]) => [first, second < 0 ? Math.abs(first + second) : second] as const,
  );
  fc.assert(
    fc.property(other, writer, evidenceWriter, before, ([first, second], [, claim], [, evidence], a) => {
      fc.pre(first !== second && !isList(evidence(second)));
      const written = claim(first);
      expect(numbersUnsupported(written, `${a}${evidence(second)}个`)).toEqual([written]);
    }),
    { numRuns: runs(400, 2_000) },
  );
});

/** Full-width commas may also separate numbers, so each group counts as evidence. */
function isList(text: string): boolean {
  return text.includes('\uff0c');
}

test('a composed Chinese numeral in a claim is checked by its value', () => {
  const composed = value.filter((number) => number > 10);
  fc.assert(
    fc.property(composed, composed, evidenceWriter, (first, second, [, evidence]) => {
      fc.pre(!isList(evidence(second)));
      const text = chineseNumeral(first);
      expect(numbersUnsupported(text, `${evidence(second)}个`)).toEqual(first === second ? [] : [text]);
    }),
    { numRuns: runs(200, 1_000) },
  );
});

test('any text supports itself, and nothing throws', () => {
  const piece = fc.constantFrom(
    ..."12,,.%万亿千百十几多余来三五〇点第一些百分之AbzK-&/+#' \u00a0é🙂到至~轮",
    'GPT-3',
    '90%',
  );
  const text = fc.oneof(fc.string({ unit: piece, maxLength: 20 }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(text, fc.constantFrom('zh', 'en', 'de'), (said, lang) => {
      const lines = parseTranscript(said);
      const found = checkClaim({ text: said, lang }, lines, [{ first: 1, last: lines.lines.length }]);
      expect(found.filter(() => !/[\r\n]/.test(said))).toEqual([]);
    }),
    { numRuns: runs(1_000, 5_000) },
  );
});
