import { plainText } from '../content/inline.ts';
import type { Deck } from '../deck/deck.ts';
import type { QuestionCard } from './state/dev-state.ts';

/** The questions of the Q&A deck; none of another one. */
export function questionCards({ slides }: Deck): readonly QuestionCard[] {
  /** By the number of the question. */
  const respondents = new Map<number, Set<string>>();
  for (const slide of slides) {
    if (slide.kind !== 'answer' && slide.kind !== 'answers') continue;
    const names = respondents.get(slide.number) ?? new Set();
    for (const { person } of slide.kind === 'answer' ? [slide] : slide.answers) names.add(person.name);
    respondents.set(slide.number, names);
  }
  return slides.flatMap((slide, index) => {
    // A long question goes on on further slides.
    if (slide.kind !== 'question' || (slide.part && slide.part.index > 1)) return [];
    return [
      {
        number: slide.number,
        id: slide.origin.file,
        text: plainText(slide.title),
        topic: slide.topic,
        askedBy: slide.askedBy.name,
        askedTo: slide.askedTo.map(({ name }) => name),
        answeredBy: [...(respondents.get(slide.number) ?? [])],
        slide: index + 2,
      },
    ];
  });
}
