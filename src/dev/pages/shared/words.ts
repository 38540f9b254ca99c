import { EN } from '../words-en.ts';
import { ZH } from '../words-zh.ts';

/** The pages' own words. What the server says of findings is English. */
export interface Words {
  readonly decks: string;
  readonly findDeck: string;
  readonly noDecks: string;
  readonly nothingFound: string;
  readonly present: string;
  readonly presenter: string;
  readonly overview: string;
  readonly pdf: string;
  readonly wholePdf: string;
  readonly making: (seconds: number) => string;
  readonly moderate: string;
  readonly qa: string;
  readonly slides: (count: number) => string;
  readonly slide: (number: number) => string;
  readonly errors: (count: number) => string;
  readonly warnings: (count: number) => string;
  readonly notes: (count: number) => string;
  readonly advice: (count: number) => string;
  readonly findings: string;
  readonly noFindings: string;
  readonly more: (count: number) => string;
  readonly stuck: string;
  readonly away: string;
  readonly openEditor: string;
  readonly opened: string;
  readonly editSource: string;
  readonly fold: string;
  readonly questions: string;
  readonly findQuestion: string;
  readonly noQuestions: string;
  readonly open: (open: number, total: number) => string;
  readonly asks: string;
  readonly asked: string;
  readonly answers: string;
  readonly answered: string;
  readonly show: string;
  readonly onScreen: string;
  readonly screenAt: (what: string) => string;
  readonly noScreen: string;
  readonly openScreen: string;
  readonly openPresenter: string;
  readonly notShown: string;
  readonly marked: (number: number) => string;
  readonly unmarked: (number: number) => string;
  readonly undo: string;
  readonly notKept: string;
  readonly keys: readonly (readonly [key: string, what: string])[];
}

/** @param lang BCP 47; a language without words of its own gets the English ones. */
export function wordsFor(lang: string): Words {
  return /^zh\b/i.test(lang) ? ZH : EN;
}
