import type { Font } from '../../base/fonts/read-font.ts';
import type { LineSpan, Spot } from '../../base/text.ts';
import type { AdviceName } from '../../findings/finding.ts';
import type { AllowedCode } from '../../findings/messages/foreign-messages.ts';
import type { ShapedSection } from '../kinds/shapes.ts';
import type { Statement } from './block-statements.ts';
import type { OwnLabels } from './labels.ts';
import type { Block, Citation, ImageRef, Prose } from './markup.ts';
import type { Break, Days, Slot } from './schedule.ts';
import type { SourceFile } from './source-file.ts';

/** A validated summary that still knows its positions in the source. */
interface Summary {
  readonly source: SourceFile;
  /** Lines of `source.text`; index 0 is line 1. */
  readonly lines: readonly string[];
  /** Speaker notes above the first heading. */
  readonly notes: readonly Block[];
}

/** A text from front matter with the citations it contained. */
export interface CitedText {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly at: Spot;
}

/** A picture named in front matter. */
export interface PlacedRef {
  readonly ref: ImageRef;
  readonly at: Spot;
}

/** A layer over a picture that makes text on it legible. */
export interface Scrim {
  /** The layer's colour: that of text or of the slides' background; text on it has the other one. */
  readonly tone: 'ink' | 'paper';
  /** In per cent. */
  readonly strength: number;
}

/** A logo, and measurements of its pixels. */
export interface Logo {
  /** Path below the content folder. */
  readonly path: string;
  /** Whose it is. */
  readonly name: string;
  /** Its colours with their shares of what it draws, most common first; none if it has its own background. */
  readonly colors: readonly { readonly color: HexColor; readonly share: number }[];
  /** Width to height. */
  readonly ratio: number;
  /** The share of its box that it fills, 0 to 1. */
  readonly density: number;
}

/** A logo as front matter names it. */
export interface PlacedLogo extends PlacedRef {
  readonly logo: Logo;
}

/** A picture that fills the background of covers. */
export interface CoverPicture extends PlacedRef {
  /** Path below the content folder. */
  readonly path: string;
  /** As its pixels require; before they are measured, enough for any picture. */
  readonly scrim: Scrim;
}

/** An address that front matter names: `repository: https://…`. */
export interface NamedLink {
  /** As typed. */
  readonly name: string;
  /** As a browser writes it. */
  readonly href: string;
  /** Position of the address. */
  readonly at: Spot;
}

/** A person as front matter describes one. */
export interface Profile {
  readonly name: string;
  /** Position of the name. */
  readonly at: Spot;
  /** In kana or Latin letters; for file names. */
  readonly reading: string | null;
  readonly role: string | null;
  readonly org: string | null;
  /** Positions of the given texts. */
  readonly texts: readonly {
    readonly field: 'name' | 'role' | 'org';
    readonly text: string;
    readonly at: Spot;
  }[];
  readonly portrait: PlacedRef | null;
  /** Null to use one of the meetup's accents. */
  readonly accent: NamedColor | null;
  readonly links: readonly NamedLink[];
}

/** A font file named in event.md. */
interface NamedFont {
  readonly role: FontRole;
  /** As typed. */
  readonly src: string;
  /** Path below the content folder. */
  readonly path: string;
  readonly at: Spot;
}

/** A colour set in front matter. */
export interface NamedColor {
  /** `paper`, `ink`, `accent`, or `accents.0`. */
  readonly field: string;
  readonly color: HexColor;
  readonly at: Spot;
}

export interface Section extends ShapedSection {
  readonly title: Prose;
  /** Whether it is the text above the first heading of a talk; its title is then the talk's. */
  readonly isOpening: boolean;
  /** Whether it continues the preceding section on a slide of its own, with the same title. */
  readonly isContinued: boolean;
  /** Whether its file has any. */
  readonly hasFootnotes: boolean;
  /** What a link may name besides the title: `{#id}`s, sub-headings, and both as web pages name them. */
  readonly anchors: readonly string[];
  /** All text of the section, including the title. */
  readonly statements: readonly Statement[];
  readonly notes: readonly Block[];
  readonly lines: LineSpan;
}

export interface Event extends Summary {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly langAt: Spot;
  readonly subtitle: string | null;
  readonly date: Days | null;
  /** Where it takes place. */
  readonly venue: string | null;
  readonly breaks: readonly Break[];
  /** When the questions begin. */
  readonly qaSlot: Slot | null;
  readonly host: string | null;
  /** Guests and panellists, and further details about others. */
  readonly people: readonly Profile[];
  readonly organizer: string | null;
  /** Path of the transcript, relative to the content folder. */
  readonly transcript: { readonly path: string; readonly at: Spot } | null;
  /** A line for the last slides. */
  readonly closing: string | null;
  /** Address of the meetup's recording. */
  readonly recording: string | null;
  /** Address of the meetup's site. */
  readonly site: string | null;
  /** What the site shows besides the summaries. */
  readonly publish: readonly Publishable[];
  /** For the last slides. */
  readonly links: readonly NamedLink[];
  readonly labels: OwnLabels;
  readonly look: Look;
  /** Whether points, steps and answers appear one by one, on click. */
  readonly reveal: boolean;
  readonly logo: PlacedLogo | null;
  /** Used where the other would not be visible. */
  readonly logoDark: PlacedLogo | null;
  readonly sponsors: readonly PlacedLogo[];
  /** For the covers of the evening's own decks. */
  readonly cover: CoverPicture | null;
  readonly fonts: readonly NamedFont[];
  readonly colors: readonly NamedColor[];
  /** Correctly spelled names. */
  readonly glossary: readonly string[];
  /** Advice that is turned off. */
  readonly adviceOff: readonly AdviceName[];
  /** Markup of other tools that may be shown as typed. */
  readonly allow: readonly AllowedCode[];
  /** Sections that open the evening, followed by those that close it. */
  readonly sections: readonly Section[];
  /** What closes the evening; null if there is no such heading. */
  readonly ending: Ending | null;
}

/** A heading such as `# Closing` in event.md, with what is below it. */
export interface Ending {
  readonly title: Prose;
  /** Speaker notes below it. */
  readonly notes: readonly Block[];
  /** Index of its first section among the event's. */
  readonly first: number;
  /** 1-based line of the heading. */
  readonly line: number;
}

export interface Talk extends Summary {
  /** The file name without order prefix and extension. */
  readonly slug: string;
  /** At least one; the name is empty if missing. */
  readonly speakers: readonly Profile[];
  readonly title: string;
  /** BCP 47; null to use the meetup's. */
  readonly lang: { readonly tag: string; readonly at: Spot } | null;
  readonly labels: OwnLabels;
  /** Links of the talk, not of a speaker. */
  readonly links: readonly NamedLink[];
  /** Null if no time is given. */
  readonly slot: Slot | null;
  /** Length, even without a time; null if not given. */
  readonly minutes: number | null;
  readonly takeaway: CitedText;
  readonly facts: readonly CitedText[];
  /** Logo of the speaker's organisation. */
  readonly logo: PlacedLogo | null;
  /** For its cover. */
  readonly cover: CoverPicture | null;
  /** Null to use the meetup's setting. */
  readonly reveal: boolean | null;
  readonly sections: readonly Section[];
}

/** The language that a summary is written in: a talk may have one of its own. */
export function langOf(summary: Event | Talk | Exchange, event: Event): string {
  return ('takeaway' in summary ? summary.lang?.tag : null) ?? event.lang;
}

/** A person as named in a summary: `Mia Chen`, or `Mia Chen (audience)`. */
export interface NamedPerson {
  readonly name: string;
  /** The bracketed word after the name of someone without a talk: audience, guest. */
  readonly role: string | null;
  /** The whole text, as typed. */
  readonly typed: string;
  readonly at: Spot;
}

/** One person's part of an answer. */
export interface Answer {
  readonly respondent: NamedPerson;
  /** Citations in its heading, which apply to all of it. */
  readonly citations: readonly Citation[];
  readonly statements: readonly Statement[];
  readonly blocks: readonly Block[];
  readonly notes: readonly Block[];
  /** Whether its file has any. */
  readonly hasFootnotes: boolean;
  readonly lines: LineSpan;
}

export interface Exchange extends Summary {
  readonly question: CitedText;
  readonly askedBy: NamedPerson;
  readonly askedTo: readonly NamedPerson[];
  readonly topic: string;
  readonly answers: readonly Answer[];
}

/** Everyone named in an exchange, in order. */
export function namedIn({ askedBy, askedTo, answers }: Exchange): readonly NamedPerson[] {
  return [askedBy, ...askedTo, ...answers.map(({ respondent }) => respondent)];
}

export interface Meetup {
  readonly event: Event;
  /** In order of their files. */
  readonly talks: readonly Talk[];
  readonly exchanges: readonly Exchange[];
}

/** All described people with the file: speakers in the order of their talks, then those of event.md. */
export function profilesOf({
  event,
  talks,
}: Pick<Meetup, 'event' | 'talks'>): readonly { readonly file: string; readonly profile: Profile }[] {
  return [...talks.map((talk) => ({ ...talk, people: talk.speakers })), event].flatMap(({ source, people }) =>
    people.map((profile) => ({ file: source.path, profile })),
  );
}

/** Names to keep whole: people and their organisations, the organiser, the venue, and the glossary. */
export function meetupNames({ event, talks, exchanges }: Meetup): readonly string[] {
  const profiles = profilesOf({ event, talks }).map(({ profile }) => profile);
  const names = [
    ...profiles.flatMap(({ name, org }) => [name, org]),
    ...exchanges.flatMap(namedIn).map(({ name }) => name),
    ...[event.host, event.organizer, event.venue],
    ...event.glossary,
  ];
  return [...new Set(names.filter((name) => name !== null))];
}

/** Built-in themes: one light and quiet, one dark and bold, one for photographs and large type. */
export const THEMES = ['quiet', 'bold', 'vivid'] as const;
export type ThemeName = (typeof THEMES)[number];

/** Paper and ink of each theme, as in templates/theme/styles. */
export const GROUNDS: Readonly<Record<ThemeName, { readonly paper: HexColor; readonly ink: HexColor }>> = {
  quiet: { paper: '#ffffff', ink: '#17202b' },
  bold: { paper: '#0e1014', ink: '#f7f8fa' },
  vivid: { paper: '#faf6ef', ink: '#1c1917' },
};

/** The speakers' colours of each theme, as in templates/theme/styles. */
export const PALETTES: Readonly<Record<ThemeName, readonly HexColor[]>> = {
  quiet: ['#0b5cad', '#b8324f', '#075811', '#6a0092', '#7f6612', '#5716ef', '#971969', '#754fed'],
  bold: ['#ffb020', '#5cc8ff', '#fe5cf5', '#2fba74', '#f6e12b', '#dc8fb6', '#b7d6a0', '#f87f02'],
  vivid: ['#c51600', '#4400c8', '#005448', '#6c007b', '#756600', '#006f91', '#6d29f7', '#840007'],
};

/** What a site does not show unless event.md publishes it. */
export const PUBLISHABLE = ['notes', 'transcript', 'sources'] as const;
type Publishable = (typeof PUBLISHABLE)[number];

export const RATIOS = ['16:9', '4:3'] as const;
export type Ratio = (typeof RATIOS)[number];

/** A colour as `#rrggbb`, in lower case. */
export type HexColor = `#${string}`;

/** Uses of custom fonts; Chinese and any other missing characters come from the bundled fonts. */
export const FONT_ROLES = ['font', 'boldFont', 'headingFont', 'codeFont'] as const;
export type FontRole = (typeof FONT_ROLES)[number];

/** Look of all decks of a meetup, from event.md. Null means the theme's own. */
export interface Look {
  readonly theme: ThemeName;
  readonly ratio: Ratio;
  readonly logo: Logo | null;
  /** Used where the other would not be visible. */
  readonly logoDark: Logo | null;
  /** Colour of the slide. */
  readonly paper: HexColor | null;
  /** Colour of the text. */
  readonly ink: HexColor | null;
  /** Colours of the speakers in the order of their talks; empty for the theme's palette. */
  readonly accents: readonly HexColor[];
  /** Paths of font files below the content folder. */
  readonly fonts: Readonly<Partial<Record<FontRole, string>>>;
}

/** A font file named in event.md, or why it cannot be used. */
export type FontFile =
  | { readonly state: 'ok'; readonly bytes: Uint8Array; readonly font: Font }
  | { readonly state: 'unusable'; readonly reason: string };

/** By path below the content folder. */
export type FontFiles = ReadonlyMap<string, FontFile>;
