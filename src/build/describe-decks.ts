import { plainText } from '../content/summary/markup.ts';
import type { DeckKind } from '../deck/deck.ts';
import type { Compilation } from './compile.ts';

/** Everything about a deck except its text. */
export interface DeckDescription {
  /** Base name of its file. */
  readonly name: string;
  readonly kind: Exclude<DeckKind, 'meetup'>;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Names; empty for the Q&A deck. */
  readonly speakers: readonly string[];
  /** The cover first, each with its place in a summary. */
  readonly slides: readonly { readonly title: string; readonly file: string; readonly line: number }[];
}

/** @param compilation null for no decks */
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
