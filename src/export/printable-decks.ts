import { fontFolders } from '../base/fonts/font-packages.ts';
import type { Project } from '../base/project.ts';
import type { Compilation } from '../build/compile.ts';
import { SECTION_KINDS } from '../content/kinds/shapes.ts';
import type { Deck } from '../deck/deck.ts';
import type { CoverSlide, Slide } from '../deck/kinds/slides.ts';
import { keywordsOf, outlineOf } from '../deck/outline.ts';
import type { MadeSlide } from '../findings/messages/slide-messages.ts';
import type { AuditOptions, SlideOrigin } from '../print/types.ts';
import { accentColor } from '../render/look-css.ts';

/** Compiled decks as input for the browser, with metadata for their PDFs. */
export function printableDecks(
  project: Project,
  { decks, files }: Pick<Compilation, 'decks' | 'files'>,
): Pick<AuditOptions, 'decks' | 'assets' | 'themeRoot' | 'fontFolders'> {
  return {
    decks: decks.map(({ deck, text }) => ({
      slug: deck.slug,
      title: deck.title,
      author: deck.author,
      subject: subjectOf(deck),
      keywords: keywordsOf(deck),
      outline: outlineOf(deck),
      lang: deck.lang,
      accent: accentColor(deck.accent, 'var(--ink)'),
      look: deck.look.theme,
      text,
      origins: [deck.cover, ...deck.slides].map((slide) => originOf(slide)),
    })),
    assets: files
      .filter(({ path }) => !path.endsWith('.md'))
      .map(({ path, content }) => ({
        path,
        bytes: typeof content === 'string' ? Buffer.from(content) : content,
      })),
    themeRoot: project.themeFolder,
    fontFolders: fontFolders(project.root),
  };
}

function originOf({ kind, origin }: CoverSlide | Slide): SlideOrigin {
  return isMade(kind) ? { ...origin, made: kind } : origin;
}

function isMade(kind: (CoverSlide | Slide)['kind']): kind is MadeSlide {
  return kind !== 'answer' && kind !== 'answers' && !(SECTION_KINDS as readonly string[]).includes(kind);
}

/** The meetup that the deck belongs to, its place there, and the date. */
function subjectOf({ kind, title, labels, cover: { event, date } }: Deck): string {
  const kinds = {
    opening: labels.opening,
    speaker: labels.talk,
    qa: labels.qa,
    closing: labels.closing,
    meetup: labels.allTalks,
  };
  return [event ?? title, kinds[kind], ...(date === null ? [] : [date])].join(' \u00b7 ');
}
