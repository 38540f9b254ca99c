import type { DevState, ListChange, StateChange } from './state/dev-state.ts';

/** What has to be told of `after` to who knows `before`: items that are the same objects are not told again. Pure. */
export function changeOf(before: DevState, after: DevState): StateChange {
  const { event, problem } = after;
  return {
    event,
    problem,
    decks: listChange(before.decks, after.decks),
    questions: listChange(before.questions, after.questions),
    findings: listChange(before.findings, after.findings),
  };
}

function listChange<T>(before: readonly T[], after: readonly T[]): ListChange<T> {
  const places = new Map(before.map((item, index) => [item, index]));
  const pieces: ({ from: number; count: number } | { items: T[] })[] = [];
  for (const item of after) {
    const place = places.get(item);
    const last = pieces.at(-1);
    if (place === undefined) {
      if (last && 'items' in last) last.items.push(item);
      else pieces.push({ items: [item] });
    } else if (last && 'from' in last && last.from + last.count === place) last.count += 1;
    else pieces.push({ from: place, count: 1 });
  }
  return pieces;
}
