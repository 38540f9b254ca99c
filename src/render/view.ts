import type { Alignment } from '../content/block.ts';
import type { Part, SlideKind } from '../deck/deck.ts';
import type { Labels } from '../deck/labels.ts';
import type { Inert } from './inert.ts';

/**
 * What the templates see. Every text that came from a summary is an {@link Inert}: printed with
 * `{{title}}` it is Markdown that shows exactly what was typed; for other places there are helpers,
 * `{{yaml title}}` (a front matter scalar) and `{{attribute title}}` (inside double quotes of an HTML
 * attribute). Every key is always there, null where there is nothing, because templates are strict.
 */
export interface DeckView {
  readonly kind: 'speaker' | 'qa';
  readonly slug: string;
  readonly title: Inert;
  readonly author: Inert;
  readonly lang: Inert;
  /** Value of Slidev's `theme`, a path relative to slides/. */
  readonly theme: Inert;
  readonly accent: number;
  readonly labels: Labels;
  readonly slides: readonly SlideView[];
}

export interface PersonView {
  readonly name: Inert;
  readonly role: Inert | null;
  readonly org: Inert | null;
  /** Palette index from 0; null for somebody without a talk. */
  readonly accent: number | null;
  /** One or two characters to show where there is no portrait. */
  readonly monogram: Inert;
}

export interface ImageView {
  /** Relative to slides/. */
  readonly src: Inert;
  readonly alt: Inert;
}

export interface ItemView {
  readonly text: Inert;
  /** Nested blocks as Markdown, indented to stand under the item; null where there are none. */
  readonly children: Inert | null;
}

export interface QuestionView {
  readonly question: Inert;
  readonly number: number;
  readonly askedBy: Inert;
  /** Slidev `routeAlias` of the question's slide; a link target inside the Q&A deck. */
  readonly alias: string;
}

interface SlideViewBase {
  readonly kind: SlideKind;
  readonly title: Inert;
  readonly part: Part | null;
  /** The whole `<!-- -->` with notes and sources; null where there is neither. */
  readonly note: Inert | null;
  readonly deck: DeckView;
}

interface SectionViewBase extends SlideViewBase {
  readonly lead: Inert | null;
  readonly aside: Inert | null;
}

export type SlideView =
  | (SlideViewBase & {
      readonly kind: 'cover';
      readonly subtitle: Inert | null;
      readonly event: Inert;
      readonly date: Inert | null;
      readonly host: Inert | null;
      readonly organizer: Inert | null;
      readonly people: readonly PersonView[];
    })
  | (SlideViewBase & {
      readonly kind: 'speaker';
      readonly person: PersonView;
      readonly facts: readonly Inert[];
      readonly portrait: ImageView | null;
    })
  | (SlideViewBase & {
      readonly kind: 'agenda';
      readonly items: readonly Inert[];
      readonly start: number;
    })
  | (SectionViewBase & { readonly kind: 'points'; readonly items: readonly ItemView[] })
  | (SectionViewBase & {
      readonly kind: 'steps';
      readonly start: number;
      readonly items: readonly (ItemView & { readonly number: number })[];
    })
  | (SectionViewBase & { readonly kind: 'text'; readonly body: Inert })
  | (SectionViewBase & {
      readonly kind: 'table';
      readonly header: readonly Inert[];
      readonly align: readonly Alignment[];
      readonly rows: readonly (readonly Inert[])[];
    })
  | (SectionViewBase & {
      readonly kind: 'bars';
      /** What is measured, with its unit in brackets. */
      readonly measure: Inert;
      readonly unit: Inert | null;
      readonly bars: readonly {
        readonly label: Inert;
        /** As typed. */
        readonly value: Inert;
        /** Share of the longest bar, 0 to 100, two decimals at most. */
        readonly share: number;
      }[];
    })
  | (SectionViewBase & {
      readonly kind: 'stats';
      readonly stats: readonly { readonly value: Inert; readonly label: Inert }[];
    })
  | (SectionViewBase & {
      readonly kind: 'quote';
      readonly body: Inert;
      readonly attribution: Inert | null;
    })
  | (SectionViewBase & { readonly kind: 'figure'; readonly image: ImageView })
  | (SectionViewBase & {
      readonly kind: 'code';
      /** A whole fence, or an escaped `<pre>` where a fence could not hold the text. */
      readonly code: Inert;
    })
  | (SectionViewBase & {
      readonly kind: 'diagram';
      /** A whole mermaid fence. */
      readonly diagram: Inert;
    })
  | (SlideViewBase & {
      readonly kind: 'takeaway';
      readonly text: Inert;
      readonly person: PersonView;
    })
  | (SlideViewBase & { readonly kind: 'answered'; readonly questions: readonly QuestionView[] })
  | (SlideViewBase & {
      readonly kind: 'index';
      readonly topics: readonly { readonly name: Inert; readonly questions: readonly QuestionView[] }[];
    })
  | (SlideViewBase & {
      readonly kind: 'question';
      readonly number: number;
      readonly alias: string;
      readonly topic: Inert;
      readonly askedBy: PersonView;
      readonly askedTo: readonly PersonView[];
    })
  | (SlideViewBase & {
      readonly kind: 'answer';
      readonly number: number;
      readonly person: PersonView;
      readonly body: Inert;
    })
  | (SlideViewBase & {
      readonly kind: 'matrix';
      readonly people: readonly PersonView[];
      readonly rows: readonly (QuestionView & { readonly answered: readonly boolean[] })[];
    });
