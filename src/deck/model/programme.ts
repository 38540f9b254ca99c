import type { Meetup } from '../../content/summary/meetup.ts';
import { formatTime, type Slot } from '../../content/summary/schedule.ts';
import { formatDay, formatMinutes } from '../dates.ts';
import type { Deck } from '../deck.ts';
import type { ProgrammeEntry } from '../kinds/overview-slides.ts';
import { labelsFor } from '../labels.ts';

/**
 * The programme in order of time, as far as known: decks, breaks, and a row per day if there are several. Items without
 * a time stay after the preceding one.
 * @param decks of the meetup, in order
 */
export function programmeEntries(meetup: Meetup, decks: readonly Deck[]): readonly ProgrammeEntry[] {
  const { event, talks, exchanges } = meetup;
  const { lang } = event;
  const talksBySlug = new Map(talks.map((talk) => [talk.slug, talk]));
  const evening = decks.filter(({ kind }) => kind === 'speaker' || kind === 'qa');
  const ofDecks = evening.map(({ kind, slug, title, speakers }, index): Timed => {
    const { slot = null, minutes = null } =
      kind === 'qa' ? { slot: event.qaSlot } : (talksBySlug.get(slug) ?? {});
    return {
      slot,
      entry: {
        ...NO_ENTRY,
        number: index + 1,
        title: kind === 'qa' ? labelsFor(lang, event.labels).qa : title,
        deck: slug,
        speakers,
        questions: kind === 'qa' ? exchanges.length : 0,
        ...(slot ? timeOf(slot, lang) : { note: minutes === null ? null : formatMinutes(minutes, lang) }),
      },
    };
  });
  const ofBreaks = event.breaks.map(
    ({ title, slot }): Timed => ({
      slot,
      entry: { ...NO_ENTRY, kind: 'break', title, ...timeOf(slot, lang) },
    }),
  );
  const days = event.date && event.date.first !== event.date.last ? event.date : null;
  const inOrder = byTime(ofDecks, ofBreaks, days?.first ?? null);
  if (!days) return inOrder.map(({ entry }) => entry);
  return inOrder.flatMap(({ entry, day }, index) =>
    index === 0 || inOrder[index - 1]?.day !== day
      ? [{ ...NO_ENTRY, kind: 'day' as const, title: formatDay(day, lang) }, entry]
      : [entry],
  );
}

/** Whether anything in the programme has a time. */
export function hasTimes({ event, talks }: Meetup): boolean {
  return event.breaks.length > 0 || event.qaSlot !== null || talks.some(({ slot }) => slot !== null);
}

interface Timed {
  readonly slot: Slot | null;
  readonly entry: ProgrammeEntry;
}

const NO_ENTRY: Omit<ProgrammeEntry, 'title'> = {
  kind: 'deck',
  number: 0,
  deck: '',
  speakers: [],
  questions: 0,
  time: null,
  note: null,
};

function timeOf({ start, duration, track }: Slot, lang: string): Pick<ProgrammeEntry, 'time' | 'note'> {
  const note = [
    ...(track === null ? [] : [track]),
    ...(duration === null ? [] : [formatMinutes(duration, lang)]),
  ];
  return { time: formatTime(start), note: note.length > 0 ? note.join(' \u00b7 ') : null };
}

/** @param first day of a meetup of several days; null for a single day */
function byTime(decks: readonly Timed[], breaks: readonly Timed[], first: string | null) {
  const dayOf = (slot: Slot) => (first === null ? '' : (slot.day ?? first));
  let [day, start] = [first ?? '', -1];
  const placed = decks.map(({ slot, entry }) => {
    if (slot) [day, start] = [dayOf(slot), slot.start];
    return { entry, day, start };
  });
  const pauses = breaks.flatMap(({ slot, entry }) =>
    slot ? [{ entry, day: dayOf(slot), start: slot.start }] : [],
  );
  return [...placed, ...pauses].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.start - b.start));
}
