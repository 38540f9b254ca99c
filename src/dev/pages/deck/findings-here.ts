import type { DevState, FindingCard, SlidePlace } from '../../state/dev-state.ts';

/**
 * The findings to show over a slide: those about its content, and those that make its whole file unreadable, which are
 * in the front matter and would otherwise only show on the first slide.
 */
export function findingsHere(
  { findings, decks, questions }: Pick<DevState, 'findings' | 'decks' | 'questions'>,
  { deck, slide }: SlidePlace,
): readonly FindingCard[] {
  const current = decks.find(({ slug }) => slug === deck);
  const asked = questions.filter((question) => question.slide <= slide).at(-1);
  const sources = ['content/event.md', current?.kind === 'qa' ? asked?.id : current?.source];
  return findings.filter(
    ({ places, isUnread, file }) =>
      places.some((place) => place.deck === deck && place.slide === slide) ||
      (isUnread && sources.includes(file)),
  );
}
