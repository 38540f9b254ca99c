import { plainText } from '../content/summary/markup.ts';
import type { DeckKind } from '../deck/deck.ts';
import type { Compilation } from './compile.ts';

/** What there is to know of a deck without its text. */
export interface DeckDescription {
  /** Base name of its file. */
  readonly name: string;
  readonly kind: Exclude<DeckKind, 'meetup'>;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** By name; none for questions and answers. */
  readonly speakers: readonly string[];
  /** The cover first, each with its place in a summary. */
  readonly slides: readonly { readonly title: string; readonly file: string; readonly line: number }[];
}

/** @param compilation null where there is none: then there are no decks */
export function describeDecks(compilation: Compilation | null): readonly DeckDescription[] {
  return (compilation?.decks ?? []).map(({ deck: { slug, kind, title, lang, speakers, cover, slides } }) => ({
    name: slug,
    kind: kind === 'meetup' ? 'opening' : kind,
    title,
    lang,
    speakers: speakers.map(({ name }) => name),
    slides: [cover, ...slides].map(({ title, origin: { file, line } }) => ({
      title: plainText(title),
      file,
      line,
    })),
  }));
}
