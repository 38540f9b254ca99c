import { frame, questionView, type SiteContent, type SitePage } from './page-parts.ts';
import { addressFrom, PLACES, slideFrom } from './site-places.ts';
import { siteWords } from './site-words.ts';

/**
 * The page from which a moderator puts questions on screen: all of them by topic. None if there are no questions, or
 * their slides are not on the site. Without scripts it is a list of links to slides.
 */
export function moderatorPage(content: SiteContent): readonly SitePage[] {
  const { meetup, decks, slides } = content;
  const deck = decks.find(({ kind }) => kind === 'qa');
  if (!deck || !slides) return [];
  const page = PLACES.moderate;
  const words = siteWords(deck.lang);
  const topics = new Map<string, object[]>();
  for (const [index, exchange] of meetup.exchanges.entries()) {
    const slide = slides.ofQuestion(index + 1)?.slide;
    if (slide === undefined) continue;
    const question = {
      ...questionView(exchange, index, page),
      slide,
      href: slideFrom(page, deck.slug, slide),
    };
    topics.set(exchange.topic, [...(topics.get(exchange.topic) ?? []), question]);
  }
  const count = meetup.exchanges.length;
  return [
    {
      path: page,
      template: 'moderate',
      title: words.moderate,
      description: `${meetup.event.title} \u00b7 ${words.moderate}`,
      lang: deck.lang,
      accent: null,
      deck: deck.slug,
      view: {
        ...frame(content, deck.labels, deck.lang, page),
        title: words.moderate,
        deckHref: addressFrom(page, PLACES.deck(deck.slug)),
        topics: [...topics].map(([topic, questions]) => ({ topic, questions })),
        // The script has no words of its own; it inserts numbers into these.
        slideWords: words.slide(0),
        open: Array.from({ length: count + 1 }, (_, left) => words.open(left, count)).join('\n'),
      },
      findable: [],
    },
  ];
}
