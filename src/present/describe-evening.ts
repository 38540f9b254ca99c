import { digestOf } from '../base/changed.ts';
import { plainText } from '../content/summary/markup.ts';
import type { Meetup } from '../content/summary/meetup.ts';
import { formatTime, type Slot } from '../content/summary/schedule.ts';
import type { Deck } from '../deck/deck.ts';
import { titleOf } from '../deck/outline.ts';
import type { Manifest, StageDeck, StageQuestion, StageSlide } from './manifest.ts';

/** @param aliases of the slides, in order */
export function describeEvening(
  { event, talks }: Meetup,
  decks: readonly Deck[],
  aliases: readonly (string | null)[],
): Omit<Manifest, 'version' | 'files'> {
  const talksBySlug = new Map(talks.map((talk) => [talk.slug, talk]));
  const slotOf = ({ kind, slug }: Deck): Slot | null =>
    (kind === 'qa' ? event.qaSlot : talksBySlug.get(slug)?.slot) ?? null;
  const described: StageDeck[] = [];
  const slides: StageSlide[] = [];
  for (const deck of decks) {
    const [slot, shown] = [slotOf(deck), [deck.cover, ...deck.slides]];
    described.push({
      slug: deck.slug,
      title: deck.title,
      speakers: deck.speakers.map(({ name }) => name),
      first: slides.length + 1,
      count: shown.length,
      time: slot && formatTime(slot.start),
      minutes: talksBySlug.get(deck.slug)?.minutes ?? null,
    });
    for (const slide of shown) {
      slides.push({
        deck: described.length - 1,
        alias: aliases[slides.length] ?? null,
        title: 'title' in slide && slide.title ? JSON.stringify(slide.title) : '',
        words: titleOf(slide),
        // Its source position and page number may change without a visible difference.
        look: digestOf(JSON.stringify({ ...slide, origin: null, place: null, sources: null })).slice(0, 12),
      });
    }
  }
  const { first } = event.date ?? { first: '' };
  const moment = (slot: Slot) => `${slot.day ?? first} ${formatTime(slot.start).padStart(5, '0')}`;
  const begins = decks.map((deck) => slotOf(deck)).map((slot) => (slot ? moment(slot) : null));
  const breaks = event.breaks
    .map(({ title, slot }) => ({ title, slot, at: moment(slot) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ title, slot, at }) => ({
      title,
      time: formatTime(slot.start),
      minutes: slot.duration,
      after: begins.findLastIndex((begin) => begin !== null && begin <= at),
    }));
  return {
    ...{ lang: event.lang, title: event.title, decks: described, slides, breaks },
    questions: decks.flatMap((deck, index) => questionsOf(deck, described[index]?.first ?? 1)),
  };
}

/** @param first number of the deck's cover */
function questionsOf({ slides }: Deck, first: number): readonly StageQuestion[] {
  return slides.flatMap((slide, index) => {
    // A long question continues on further slides.
    if (slide.kind !== 'question' || (slide.part && slide.part.index > 1)) return [];
    const { title, topic, askedBy } = slide;
    return [{ slide: first + 1 + index, text: plainText(title), topic, askedBy: askedBy.name }];
  });
}
