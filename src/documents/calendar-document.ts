import ical, { ICalCalendarMethod } from 'ical-generator';
import { digestOf } from '../base/changed.ts';
import { CliError, wording } from '../base/errors.ts';
import type { FileToWrite } from '../base/files.ts';
import type { Meetup } from '../content/summary/meetup.ts';
import type { Slot } from '../content/summary/schedule.ts';
import type { Deck } from '../deck/deck.ts';
import { labelsFor } from '../deck/labels.ts';
import { pageOf } from '../site/page-parts.ts';
import { absoluteAddress } from '../site/site-head.ts';
import type { EveningToTell } from './evening-view.ts';

interface Entry {
  /** Identifies it in calendars that already have it. */
  readonly key: string;
  readonly title: string;
  readonly slot: Slot | null;
  readonly minutes: number | null;
  readonly description: string | null;
  readonly url: string | null;
}

/**
 * The programme as a calendar: an event for each talk, break and round of questions that has a time, or one for the
 * whole days of a meetup without times. Times are local, in any time zone.
 * @throws CliError if event.md has no date
 */
export function calendarDocument(evening: EveningToTell, path: string): readonly FileToWrite[] {
  const { event } = evening.meetup;
  const { date } = event;
  if (date === null) {
    throw new CliError(
      wording`A calendar needs the day of the meetup.`,
      wording`Write it into content/event.md, such as date: 2026-05-01.`,
    );
  }
  const entries = entriesOf(evening).filter(({ slot }) => slot !== null);
  const calendar = ical({
    name: event.title,
    prodId: { company: 'talkdeck', product: 'talkdeck', language: event.lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  const uid = (key: string) =>
    `${digestOf(`${event.title}\n${date.first}\n${key}`, 'hex').slice(0, 32)}@talkdeck`;
  // Fixed, so that the same summaries give the same bytes.
  const common = { stamp: momentOf(date.first, 0), timezone: null };
  if (entries.length === 0) {
    calendar.createEvent({
      ...common,
      id: uid('all'),
      summary: event.title,
      description: event.subtitle,
      start: momentOf(date.first, 0),
      end: momentOf(date.last, MINUTES),
      allDay: true,
      location: event.venue,
      url: event.site,
    });
  }
  for (const [index, { key, title, slot, minutes, description, url }] of entries.entries()) {
    const day = slot?.day ?? date.first;
    const start = slot?.start ?? 0;
    calendar.createEvent({
      ...common,
      floating: true,
      id: uid(key),
      summary: title,
      description,
      start: momentOf(day, start),
      end: momentOf(day, start + (minutes ?? untilNext(entries, index))),
      location: [slot?.track, event.venue].filter(Boolean).join(', ') || null,
      url,
    });
  }
  return [{ path, content: `${calendar.toString()}\r\n` }];
}

/** Minutes in a day. */
const MINUTES = 24 * 60;
/** For items without a duration. */
const USUAL = 30;

/** The library formats it as UTC, which stands for local time. */
function momentOf(day: string, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000);
}

function entriesOf({ meetup, decks, isWhole }: EveningToTell): readonly Entry[] {
  const { event, talks, exchanges } = meetup;
  const ofDecks = decks.flatMap((deck): readonly Entry[] => {
    const url = absoluteAddress(event.site, pageOf(deck));
    if (deck.kind === 'qa') {
      const description = exchanges.map(({ question }, index) => `Q${index + 1} ${question.text}`).join('\n');
      const { qaSlot } = event;
      const title = labelsFor(event.lang, event.labels).qa;
      return [{ key: 'qa', title, slot: qaSlot, minutes: qaSlot?.duration ?? null, description, url }];
    }
    const talk = talks.find(({ slug }) => deck.kind === 'speaker' && slug === deck.slug);
    return talk ? [talkEntry(talk, deck, url)] : [];
  });
  const breaks = event.breaks.map(
    ({ title, slot }): Entry => ({
      key: `break ${title} ${slot.day ?? ''} ${slot.start}`,
      title,
      slot,
      minutes: slot.duration,
      description: null,
      url: null,
    }),
  );
  return [...ofDecks, ...(isWhole ? breaks : [])].sort(byTime);
}

function talkEntry(
  { slug, title, speakers, slot, minutes, takeaway }: Meetup['talks'][number],
  _: Deck,
  url: string | null,
): Entry {
  const names = speakers.map(({ name }) => name).join(', ');
  return { key: slug, title: `${title} \u00b7 ${names}`, slot, minutes, description: takeaway.text, url };
}

function byTime({ slot: a }: Entry, { slot: b }: Entry): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return (a.day ?? '').localeCompare(b.day ?? '') || a.start - b.start;
}

/** Until the next item on the same day and track. */
function untilNext(entries: readonly Entry[], index: number): number {
  const slot = entries[index]?.slot;
  const next = entries
    .slice(index + 1)
    .find(({ slot: other }) => other?.day === slot?.day && (other?.start ?? 0) > (slot?.start ?? 0));
  return next?.slot && slot ? next.slot.start - slot.start : USUAL;
}
