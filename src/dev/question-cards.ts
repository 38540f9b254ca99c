import { plainText } from '../content/inline.ts';
import type { Deck, Slide } from '../deck/deck.ts';
import type { QuestionCard } from './dev-state.ts';

/** The questions of the Q&A deck; none of another one. */
export function questionCards({ slides }: Deck): readonly QuestionCard[] {
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
        answeredBy: [...new Set(slides.flatMap((other) => respondents(other, slide.number)))],
        slide: index + 2,
      },
    ];
  });
}

function respondents(slide: Slide, number: number): readonly string[] {
  if (slide.kind === 'answer' && slide.number === number) return [slide.person.name];
  if (slide.kind !== 'answers' || slide.number !== number) return [];
  return slide.answers.map(({ person }) => person.name);
}
