import type { Text } from '../deck/slide.ts';

/** Where a value stands beside its point: above a peak, below a valley, and above the side from which a line comes or to which it goes. */
export type PlacedValue = 'peak' | 'valley' | 'rising' | 'falling';

/** Whether all of a label is in bold, which puts its part of a chart forward. */
export function isForward(label: Text): boolean {
  return label.length > 0 && label.every(({ type }) => type === 'strong');
}

/** Where the line leaves room for a value. @param before height of the point before, if there is one */
export function placeOf(before: number | undefined, y: number, after: number | undefined): PlacedValue {
  const isUp = before === undefined ? after !== undefined && after > y : y > before;
  const goesUp = after === undefined ? isUp : after > y;
  if (isUp) return goesUp ? 'rising' : 'peak';
  // Low down there is no room below a point.
  return goesUp && y > LOW ? 'valley' : goesUp ? 'peak' : 'falling';
}

/** Of 100. */
const LOW = 16;

interface Label {
  readonly text: string;
  /** In pixels. */
  readonly x: number;
  readonly place: PlacedValue;
  readonly isFirst: boolean;
  readonly weight: number;
}

/**
 * Which of the labels along a line have room: those put forward, then the last, the first and the heaviest, then the
 * others in order.
 * @param size of the type, in pixels
 */
export function shownLabels(labels: readonly Label[], size: number): ReadonlySet<number> {
  const rank = ({ isFirst, weight }: Label, at: number) => {
    if (isFirst) return 0;
    if (at === labels.length - 1) return 1;
    return at === 0 ? 2 : weight > 0 ? 3 : 4;
  };
  const order = labels.map((label, at) => ({ at, rank: rank(label, at) }));
  const taken: { readonly left: number; readonly right: number }[] = [];
  const shown = new Set<number>();
  for (const { at } of order.sort((a, b) => a.rank - b.rank || a.at - b.at)) {
    const label = labels[at];
    if (!label) continue;
    const width = widthOf(label.text) * size + GAP;
    const left = label.x - (label.place === 'rising' ? width : label.place === 'falling' ? 0 : width / 2);
    if (taken.some((other) => left < other.right && other.left < left + width)) continue;
    taken.push({ left, right: left + width });
    shown.add(at);
  }
  return shown;
}

/** Between two labels, in pixels. */
const GAP = 12;

/** Width of digits and words, about, in em. */
export function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (sign > '\u2e80' ? 1 : 0.62), 0);
}

/** Heights of labels behind the ends of lines, 0 to 100, moved apart where they would touch. */
export function spreadEnds(ys: readonly number[]): readonly number[] {
  const order = ys.map((y, at) => ({ y, at })).sort((a, b) => a.y - b.y);
  // Upwards, then back down from the top.
  for (const [index, end] of order.entries()) {
    const below = order[index - 1];
    if (below) end.y = Math.max(end.y, below.y + APART);
  }
  let top = 100;
  for (const end of [...order].reverse()) {
    end.y = Math.min(end.y, top);
    top = end.y - APART;
  }
  return ys.map((_, at) => Math.round((order.find((end) => end.at === at)?.y ?? 0) * 100) / 100);
}

/** Least distance of two such labels, of 100. */
const APART = 16;
