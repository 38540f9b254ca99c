import type { Point, SectionBody } from '../drafted.ts';
import type { SectionReply } from './replies.ts';

/** Separator of a row's cells. */
const CELLS = /\s*[|\uFF5C]\s*/;

/** A table row as a sentence that can be compared with its lines. */
export function plainRow(text: string): string {
  return text.split(CELLS).join(/[\u3400-\u9fff]/.test(text) ? '\uFF1A' : ': ');
}

/**
 * A section in the form that the model chose, if all its statements hold and have that form; otherwise as points: steps
 * with a gap, or a table without a row, would be misleading.
 * @param typed statements as the model wrote them, parallel to the points made from them
 */
export function shownAs(
  { kind, header }: SectionReply,
  points: readonly Point[],
  typed: readonly string[],
): SectionBody {
  const asPoints = { kind: 'points', points } as const;
  if (points.length < 2 || typed.length !== points.length) return asPoints;
  if (kind === 'steps') return { kind, start: 1, points };
  if (kind === 'figures') {
    const stats = points.flatMap(({ text, lines }) => {
      const [, value, label] = FIGURE.exec(text) ?? [];
      return value && label ? [{ value, label, lines }] : [];
    });
    return stats.length === points.length ? { kind: 'stats', stats } : asPoints;
  }
  const [left, right, ...others] = header.map((name) => name.trim());
  if (kind !== 'table' || !left || !right || others.length > 0 || !isName(left) || !isName(right))
    return asPoints;
  const rows = points.flatMap(({ lines }, index) => {
    const [first, second, ...more] = (typed[index] ?? '').split(CELLS);
    return first && second && more.length === 0 ? [{ cells: [first, second] as const, lines }] : [];
  });
  return rows.length === points.length ? { kind, header: [left, right], rows } : asPoints;
}

/** A number with its sign and scale, and what it counts. */
const FIGURE =
  /^([$\u20AC\u00A5]?\d[\d.,]*(?:\s?(?:[%\uFF05\u2030\u767E\u5343\u4E07\u4EBF\u500D]+|[kKMB](?!\p{L})))?)\s*(\S.*)$/u;

/** Whether a text makes no claim: column names are not verified. */
function isName(text: string): boolean {
  return text.length <= 24 && !/[\d\n|]/.test(text);
}
