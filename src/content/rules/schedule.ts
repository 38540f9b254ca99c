import { type Finding, finding } from '../../findings/finding.ts';
import type { Event, Meetup } from '../summary/meetup.ts';
import { formatTime, type Slot } from '../summary/schedule.ts';
import type { Rule } from './meetup-rule.ts';

/** No two items overlap, except in different tracks, and none is outside the event's days. */
export const schedule: Rule = ({ meetup }) => {
  const { event } = meetup;
  const items = itemsOf(meetup);
  const outside = items.flatMap((item) => outsideOf(event, item));
  const inOrder = items
    .map((item) => ({ ...item, day: item.slot.day ?? event.date?.first ?? '' }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.slot.start - b.slot.start));
  const overlaps = inOrder.flatMap((item, index): readonly Finding[] => {
    const other = inOrder
      .slice(0, index)
      .find((before) => before.day === item.day && meets(before.slot, item.slot));
    if (!other) return [];
    const args = {
      title: item.title,
      time: formatTime(item.slot.start),
      other: other.title,
      from: formatTime(other.slot.start),
      until: other.slot.duration === null ? null : formatTime(other.slot.start + other.slot.duration),
    };
    return [finding(item.file, item.slot.at, 'time-overlap', args)];
  });
  return [...outside, ...overlaps];
};

interface Item {
  readonly file: string;
  readonly title: string;
  readonly slot: Slot;
}

/** Everything with a time. */
function itemsOf({ event, talks }: Meetup): readonly Item[] {
  const file = event.source.path;
  return [
    ...talks.flatMap(({ source, title, slot }) => (slot ? [{ file: source.path, title, slot }] : [])),
    ...event.breaks.map(({ title, slot }) => ({ file, title, slot })),
    ...(event.qaSlot ? [{ file, title: 'qaTime', slot: event.qaSlot }] : []),
  ];
}

/** Whether two slots overlap; `first` begins no later than `second`. */
function meets(first: Slot, second: Slot): boolean {
  const apart = first.track !== null && second.track !== null && first.track !== second.track;
  if (apart) return false;
  return second.start === first.start || second.start < first.start + (first.duration ?? 0);
}

function outsideOf({ date }: Event, { file, slot: { day, at } }: Item): readonly Finding[] {
  if (day === null || (date && date.first <= day && day <= date.last)) return [];
  const days = date ? (date.first === date.last ? date.first : `${date.first} to ${date.last}`) : null;
  return [finding(file, at, 'day-outside', { day, days })];
}
