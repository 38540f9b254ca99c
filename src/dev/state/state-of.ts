import type { Memory } from '../../base/memory.ts';
import { plainText } from '../../content/summary/markup.ts';
import type { Deck } from '../../deck/deck.ts';
import { footColor, heroColor, logoRow, meetupLogo, type ShownLogo, shownLogo } from '../../deck/logos.ts';
import type { Person } from '../../deck/slide.ts';
import { CANVASES } from '../../deck/typeset/canvas.ts';
import { lineEndsOf } from '../../deck/typeset/page.ts';
import { type Finding, groupByFile, toMessage } from '../../findings/finding.ts';
import { codeFrame, type LinesOf } from '../../findings/report/report-text.ts';
import { monogram } from '../../render/linked-views.ts';
import { accentColor, assetFile } from '../../render/look-css.ts';
import type { DeckCard, DevState, FindingCard, PersonCard, QuestionCard, SlidePlace } from './dev-state.ts';
import type { LiveState } from './live-meetup.ts';
import { type Pictures, picturesOf } from './pictures.ts';

/** The state for the pages. @param memory of earlier runs: equal parts are the same objects */
export function stateOf(
  { compilation, findings, problem }: Pick<LiveState, 'compilation' | 'findings' | 'problem'>,
  linesOf: LinesOf,
  memory: Memory,
): DevState {
  const decks = (compilation?.decks ?? []).map(({ deck }) => deck);
  const pictures = picturesOf(compilation?.files ?? []);
  return {
    event: compilation && eventOf(compilation.front.deck),
    decks: decks.map((deck) =>
      memory.recall(`deck ${deck.slug}`, { deck, pictures }, () => deckCard(deck, pictures)),
    ),
    questions: decks.flatMap((deck) => memory.recall(`questions ${deck.slug}`, deck, questionCards)),
    findings: findingCards(findings, decks, linesOf, memory),
    problem,
  };
}

/** A deck as shown on the home page. */
export function deckCard(deck: Deck, pictures: Pictures): DeckCard {
  const { slug, kind, title, cover, slides, wholes } = deck;
  const { density, subtitle, picture, isPanel = false } = cover;
  const card = (person: Person) => personCard(person, pictures);
  const lineEnds = lineEndsOf(deck);
  const parted = (words: string) => lineEnds?.parted(words) ?? words;
  const ground = heroColor(deck.accent, deck.look, cover);
  const logo = ({ path, chip }: ShownLogo) => ({ src: addressOf(path, pictures) ?? '', chip });
  // With many people, the cover itself may name nobody.
  const whole = wholes?.[0];
  const people = whole?.kind === 'cover' ? whole.people : cover.people;
  return {
    slug,
    kind: kind === 'meetup' ? 'opening' : kind,
    title,
    heading: parted(title),
    accent: accentColor(deck.accent, 'var(--ink)'),
    people: people.map(card),
    cover: {
      title: parted(plainText(cover.title)),
      event: cover.event && parted(cover.event),
      date: cover.date,
      venue: cover.venue ? parted(cover.venue) : null,
      subtitle: subtitle && parted(subtitle),
      people: cover.people.map(card),
      hosts: hostsOf(deck),
      density,
      isPanel,
      logos: [cover.ownLogo ? shownLogo(cover.ownLogo, ground, deck.look) : null, meetupLogo(deck, ground)]
        .filter((logo) => logo !== null)
        .map(logo),
      sponsors: logoRow(cover.sponsors ?? [], footColor(deck.look, cover), deck.look).map((each) => ({
        ...logo(each),
        width: each.width,
        height: each.height,
      })),
      fact: cover.fact ? parted(cover.fact) : null,
      ground: picture && {
        src: addressOf(picture.path, pictures) ?? '',
        tone: picture.scrim.tone,
        scrim: picture.scrim.strength,
      },
    },
    slides: slides.length + 1,
    source: kind === 'qa' ? null : cover.origin.file,
  };
}

/** The slides of a deck that are made from a file. */
interface ShownIn {
  /** Slug. */
  readonly deck: string;
  readonly slides: readonly {
    /** 1-based. */
    readonly slide: number;
    /** Line of the file where the slide begins. */
    readonly line: number;
  }[];
}

/** Where each file is shown, by path, in the order of the decks. */
export function shownFiles(decks: readonly Deck[]): ReadonlyMap<string, readonly ShownIn[]> {
  const files = new Map<string, ShownIn[]>();
  for (const { slug, cover, slides } of decks) {
    const own = new Map<string, { slide: number; line: number }[]>();
    for (const [index, { origin }] of [cover, ...slides].entries()) {
      const places = own.get(origin.file) ?? [];
      places.push({ slide: index + 1, line: origin.line });
      own.set(origin.file, places);
    }
    for (const [file, places] of own) {
      const shown = files.get(file) ?? [];
      shown.push({ deck: slug, slides: places });
      files.set(file, shown);
    }
  }
  return files;
}

/**
 * The slides that show a line of a file: in each deck made from the file, the first of those that begin last before the
 * line; the cover if the line is above everything shown.
 */
export function placesOf(line: number, shown: readonly ShownIn[]): readonly SlidePlace[] {
  return shown.flatMap(({ deck, slides }) => {
    const lines = slides.map((each) => each.line);
    const before = lines.filter((first) => first <= line);
    const first = before.length > 0 ? Math.max(...before) : Math.min(...lines);
    const place = slides.find((each) => each.line === first);
    return place ? [{ deck, slide: place.slide }] : [];
  });
}

function eventOf({ title, lang, look, cover }: Deck): DevState['event'] {
  const { subtitle, date } = cover;
  const { width, height } = CANVASES[look.ratio];
  return {
    title,
    subtitle,
    date,
    lang,
    look: look.theme,
    canvas: [width, height],
  };
}

/** The last line of a cover. */
function hostsOf({ labels, cover: { host, organizer } }: Deck): string | null {
  const parts = [
    ...(host === null ? [] : [`${labels.host} ${host}`]),
    ...(organizer === null ? [] : [`${labels.organizer} ${organizer}`]),
  ];
  return parts.length === 0 ? null : parts.join('\u00a0\u00b7 ');
}

function personCard({ name, role, org, accent, portrait }: Person, pictures: Pictures): PersonCard {
  return {
    name,
    monogram: monogram(name),
    role,
    org,
    portrait: addressOf(portrait, pictures),
    accent: accentColor(accent, 'var(--ink-soft)'),
  };
}

/** @param path below the content folder */
function addressOf(path: string | null, pictures: Pictures): string | null {
  return path === null ? null : (pictures.get(assetFile(path)) ?? null);
}

/** The questions of the Q&A deck; empty for others. */
function questionCards({ slides }: Deck): readonly QuestionCard[] {
  /** By the number of the question. */
  const respondents = new Map<number, Set<string>>();
  for (const slide of slides) {
    if (slide.kind !== 'answer' && slide.kind !== 'answers') continue;
    const names = respondents.get(slide.number) ?? new Set();
    for (const { person } of slide.kind === 'answer' ? [slide] : slide.answers) names.add(person.name);
    respondents.set(slide.number, names);
  }
  return slides.flatMap((slide, index) => {
    // A long question continues on further slides.
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

/** Worded findings, with the slides concerned. @param memory of earlier runs */
function findingCards(
  findings: readonly Finding[],
  decks: readonly Deck[],
  linesOf: LinesOf,
  memory: Memory,
): readonly FindingCard[] {
  const shown = shownFiles(decks);
  const cards = new Map<Finding, FindingCard>();
  for (const [file, own] of groupByFile(findings)) {
    const input = { own, lines: linesOf(file), shown: shown.get(file) ?? [] };
    const made = memory.recall(`findings ${file}`, input, toCards);
    for (const [index, finding] of own.entries()) {
      const card = made[index];
      if (card) cards.set(finding, card);
    }
  }
  return findings.flatMap((finding) => cards.get(finding) ?? []);
}

/** Codes that make a file unreadable. */
const UNREAD = /^(?:yaml-|front-matter-|file-|duplicate-key$|invalid-utf8$)/;

interface FileFindings {
  readonly own: readonly Finding[];
  readonly lines: readonly string[] | null;
  readonly shown: readonly ShownIn[];
}

function toCards({ own, lines, shown }: FileFindings): readonly FindingCard[] {
  return own.map((finding) => {
    const { severity, code, file, at } = finding;
    return {
      severity,
      code,
      file,
      line: at.line,
      column: at.column,
      ...toMessage(finding),
      frame: lines ? codeFrame(lines, at) : '',
      places: placesOf(at.line, shown),
      isUnread: severity === 'error' && UNREAD.test(code),
    };
  });
}
