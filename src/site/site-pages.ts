import { blockStatements } from '../content/summary/block-statements.ts';
import { plainText } from '../content/summary/markup.ts';
import type { Talk } from '../content/summary/meetup.ts';
import { citationsOf } from '../content/summary/statements.ts';
import type { Deck } from '../deck/deck.ts';
import { codedLinks, createPeople, type People } from '../deck/model/parts.ts';
import { Article } from './article.ts';
import { eveningPage, lostPage, transcriptPage } from './evening-page.ts';
import { moderatorPage } from './moderator-page.ts';
import {
  accentOf,
  around,
  contentsOf,
  linksOf,
  pageOf,
  personView,
  questionView,
  type SiteContent,
  type SitePage,
  titleOf,
  topicsOf,
} from './page-parts.ts';
import { addressFrom, PLACES } from './site-places.ts';
import { siteWords } from './site-words.ts';

/** Every page of the site, the evening's first. Pure. */
export function sitePages(content: SiteContent): readonly SitePage[] {
  const people = createPeople(content.meetup);
  return [
    eveningPage(content, people),
    ...content.decks.flatMap((deck) => deckPage(content, deck, people)),
    ...(content.shows.transcript && content.transcript ? [transcriptPage(content, content.transcript)] : []),
    ...moderatorPage(content),
    lostPage(content),
  ];
}

function deckPage(content: SiteContent, deck: Deck, people: People): readonly SitePage[] {
  const { talks, event } = content.meetup;
  if (deck.kind === 'qa') return [qaPage(content, deck, people)];
  const talk = talks.find(({ slug }) => deck.kind === 'speaker' && slug === deck.slug);
  if (talk) return [talkPage(content, deck, talk, people)];
  const { sections, ending } = event;
  const own =
    deck.kind === 'closing'
      ? sections.slice(ending?.first ?? sections.length)
      : sections.slice(0, ending?.first);
  if (own.length === 0) return [];
  const page = pageOf(deck);
  const article = new Article(page, content, deck);
  const title = titleOf(deck, content.meetup);
  const shown = article.sections(event.source.path, own);
  return [
    {
      path: page,
      template: 'part',
      title,
      description: event.subtitle ?? event.title,
      lang: event.lang,
      accent: null,
      deck: deck.slug,
      view: {
        ...around(content, deck, page),
        title,
        sections: shown,
        footnotes: article.footnotes(),
        contents: contentsOf(own, shown),
      },
      findable: article.findable,
    },
  ];
}

function talkPage(content: SiteContent, deck: Deck, talk: Talk, people: People): SitePage {
  const { meetup } = content;
  const page = PLACES.talk(talk.slug);
  const article = new Article(page, content, deck);
  const { labels, lang } = deck;
  article.found(null, talk.title, [talk.takeaway.text, ...talk.speakers.map(({ name }) => name)].join(' '));
  const sections = article.sections(talk.source.path, talk.sections);
  const names = new Set(talk.speakers.map(({ name }) => name));
  const answered = meetup.exchanges.flatMap((exchange, index) =>
    exchange.answers.some(({ respondent }) => names.has(respondent.name))
      ? [questionView(exchange, index, page)]
      : [],
  );
  return {
    path: page,
    template: 'talk',
    title: talk.title,
    description: talk.takeaway.text,
    lang,
    accent: accentOf(deck.accent),
    deck: deck.slug,
    view: {
      ...around(content, deck, page),
      title: article.words(talk.title),
      people: talk.speakers.map(({ name }) => personView(people(name), page, siteWords(lang))),
      facts: talk.facts.map(({ text }) => text),
      takeaway: article.words(talk.takeaway.text),
      ...article.sources(talk.takeaway.citations),
      notes: article.notes(talk.source.path, talk.notes),
      sections,
      contents: contentsOf(talk.sections, sections),
      footnotes: article.footnotes(),
      answered,
      links: linksOf([
        ...codedLinks(talk.links, labels),
        ...talk.speakers.flatMap((speaker) =>
          codedLinks(speaker.links, labels, talk.speakers.length > 1 ? speaker.name : null),
        ),
      ]),
    },
    findable: article.findable,
  };
}

function qaPage(content: SiteContent, deck: Deck, people: People): SitePage {
  const { meetup } = content;
  const page = PLACES.qa;
  const article = new Article(page, content, deck);
  const words = siteWords(deck.lang);
  const exchanges = meetup.exchanges.map((exchange, index) => {
    const { source, question, askedBy, answers } = exchange;
    const said = answers.map(({ blocks, respondent }) =>
      [respondent.name, ...blockStatements(blocks, []).map(({ prose }) => plainText(prose.inlines))].join(
        ' ',
      ),
    );
    article.found(`q${index + 1}`, question.text, [askedBy.typed, ...said].join(' '));
    return {
      ...questionView(exchange, index, page),
      topic: exchange.topic,
      notes: article.notes(source.path, exchange.notes),
      ...article.sources(question.citations),
      slide: article.slide(content.slides?.ofQuestion(index + 1)?.slide ?? null),
      answers: answers.map((answer) => ({
        person: personView(people(answer.respondent.name), page, words),
        cites: article.cites(answer.citations),
        blocks: article.blocks(source.path, answer.blocks),
        notes: article.notes(source.path, answer.notes),
        ...article.sources(citationsOf(answer.statements)),
      })),
    };
  });
  const frameOfQuestions = around(content, deck, page);
  return {
    path: page,
    template: 'qa',
    title: deck.labels.qa,
    description: meetup.exchanges.map(({ question }) => question.text).join(' '),
    lang: deck.lang,
    accent: null,
    deck: deck.slug,
    view: {
      ...frameOfQuestions,
      files: [
        ...frameOfQuestions.files,
        ...(content.slides ? [{ name: words.moderate, href: addressFrom(page, PLACES.moderate) }] : []),
      ],
      title: deck.labels.qa,
      exchanges,
      topics: topicsOf(meetup, page),
      footnotes: article.footnotes(),
    },
    findable: article.findable,
  };
}
