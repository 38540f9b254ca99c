import type { Change } from '../text/passage.ts';
import { FILE } from './sure-text.ts';

/**
 * Hyphens between two numbers that are certainly a range: of years, of times, or of a quantity, as shown by a unit, a
 * currency, per cent or what is counted. Otherwise it could be a date, a version, a standard, a product or a phone
 * number.
 */
export function rangesIn(text: string): readonly Change[] {
  const ranges = [...text.matchAll(RANGE)].filter((found) => isSure(text, found));
  const times = [...text.matchAll(TIMES)].filter(
    ({ 1: from, 2: to }) => Number(from) < 25 && Number(to) < 25,
  );
  return [...ranges, ...times]
    .map(({ 0: typed, index }) => index + typed.indexOf('-'))
    .sort((a, b) => a - b)
    .map((start) => ({ start, end: start + 1, right: '\u2013' }));
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+|\d{1,9}(?:[.,]\d{1,3})?`;
const RANGE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.,:/\\#@+\-\u2013\u2014\u2019'${FILE}]|[\p{L}\p{N}]\p{Sc})(\p{Sc}?)(${NUMBER})(%?)-(\p{Sc}?)(${NUMBER})(?![\p{N}_/\\:\-\u2013\u2014${FILE}]|[.,]\d|\.\w)`,
  'gu',
);
const TIMES = /(?<![\w:./\\-])(\d{1,2}):[0-5]\d-(\d{1,2}):[0-5]\d(?![\w:/\\-])/g;

/** Number of characters examined on either side, and after a range for the end of a file name. */
const NEAR = 24;
const FAR = 200;

function isSure(text: string, found: RegExpExecArray): boolean {
  const [typed, currency = '', first = '', percent = '', currencies = '', last = ''] = found;
  const end = found.index + typed.length;
  const before = text.slice(Math.max(0, found.index - NEAR), found.index);
  const after = text.slice(end, end + NEAR);
  const goesUp = !/^0\d/.test(first) && !/^0\d/.test(last) && amountOf(first) < amountOf(last);
  if (NAMED.test(before) || CAPITALS.test(before)) return false;
  if (ARITHMETIC_BEFORE.test(before) || ARITHMETIC_AFTER.test(after)) return false;
  if ((text.slice(end, end + FAR).split('\n')[0] ?? '').includes(FILE)) return false;
  if (isYear(first) && !/^\p{L}/u.test(after)) {
    if (isYear(last)) return goesUp;
    // 2019-20; up to 12, the second number may be a month.
    if (/^\d\d$/.test(last)) return Number(last) > 12 && Number(first) % 100 < Number(last);
  }
  if (isYear(last) || kindOf(first) !== kindOf(last) || !goesUp) return false;
  // A phone number.
  if (/^\d{4,}$/.test(first) || /^\d{3}-\d{4}$/.test(`${first}-${last}`)) return false;
  if (percent !== '') return after.startsWith('%');
  if (currency !== '' || kindOf(first) === 'thousands') return true;
  if (currencies !== '') return false;
  return (
    UNIT.test(after) ||
    COUNTED.test(after) ||
    PARTS.test(before) ||
    (ABOUT.test(before) && !isDay(first, last))
  );
}

function amountOf(number: string): number {
  return Number(kindOf(number) === 'thousands' ? number.replaceAll(',', '') : number.replace(',', '.'));
}

/** Numbers of a range have the same format: not `2.31-13`. */
function kindOf(number: string): string {
  if (/^\d{1,3}(?:,\d{3})+$/.test(number)) return 'thousands';
  const [, sign = '', decimals = ''] = /^\d+(?:([.,])(\d+))?$/.exec(number) ?? [];
  return `${sign}${decimals.length}`;
}

function isYear(number: string): boolean {
  return /^(?:19\d\d|20\d\d|2100)$/.test(number);
}

/** A month and a day. */
function isDay(first: string, last: string): boolean {
  return Number(first) <= 12 && Number(last) <= 31;
}

/**
 * Words before numbers with hyphens that are not ranges: a standard, a phone, a room, a product, anything in capitals.
 */
const NAMED =
  /(?:(?<!\p{L})(?:tel|telefon|phone|fon|mobile|fax|call|ext|extension|durchwahl|hotline|room|raum|zimmer|suite|flat|gate|flight|flug|model|modell|versions?|release|build|sku|part|artikel|no|nr|nummer|number|type|typ)[\s.:#]*|\+\d{1,4}\s*)$/iu;
const CAPITALS = /(?<![\p{L}\d])\p{Lu}[\p{Lu}\d/.&]+[\s.:]*$/u;
const ARITHMETIC_BEFORE = /[+\-*/^<>\u00B1]\s*$/;
const ARITHMETIC_AFTER = /^ ?%? ?[+*/^<>\u00B1]|^ ?% ?\d|^ ?%? ?-/;

const UNIT =
  /^ ?(?:%|\u2030|[\u20AC\u00A3\u00A5]|USD|EUR|GBP|CNY|RMB|\u00B0[CF]?|ms|ns|\u00B5s|min|h|[kMG]?Hz|[kKMGTP]i?B|[kMG]?bit|[mck]m|[mk]g|ml|[kMG]W|kWh|px|pt|fps|x)(?![\p{L}\p{N}])/u;

/** Things that are counted, in languages with such ranges. */
const COUNTED = new RegExp(
  `^ (?:${[
    'people persons users members guests speakers students children developers engineers teams companies customers employees',
    'pages slides words lines characters letters books questions answers talks points items steps rows columns files disks',
    'servers machines nodes cores threads processes requests queries commits bugs tests tokens layers parameters samples images',
    'times percent seconds minutes hours days weeks months years degrees metres meters miles inches kilometres kilometers grams',
    'kilograms tons litres liters dollars euros pounds cents thousand million millions billion billions dozen',
    'Mal Personen Menschen Leute Nutzer Seiten Sekunden Minuten Stunden Tage Tagen Wochen Monate Monaten Jahre Jahren Prozent',
    'Grad Euro Millionen Milliarden Kilometer Meter Zeilen Folien Fragen W\u00F6rter Server Uhr',
    'fois personnes utilisateurs lignes mots secondes heures jours semaines mois ans ann\u00E9es degr\u00E9s milliards',
    'volte persone utenti pagine minuti ore giorni settimane mesi anni secondi righe parole milioni miliardi',
    "keer mensen personen pagina's minuten uur dagen weken maanden jaar seconden procent miljoen miljard euro",
  ]
    .join(' ')
    .replaceAll(' ', '|')})(?![\\p{L}\\p{N}])`,
  'u',
);
const PARTS = /(?<!\p{L})(?:pages|pp\.|chapters|slides|lines|ages|Seiten)\s$/iu;
const ABOUT =
  /(?<!\p{L})(?:between|from|about|around|roughly|approximately|ca\.|circa|etwa|rund|ungef\u00E4hr|environ|ongeveer)\s$/iu;
