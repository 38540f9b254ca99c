import { expect, test } from 'vitest';
import { deckCard } from '../../../src/dev/state/state-of.ts';
import { compileMeetup, EVENT, talk } from '../../compile-meetup.ts';

const cards = (event: string) =>
  compileMeetup({
    'content/event.md': event,
    'content/talks/01-ada.md': talk('## One\n\n- a\n'),
  }).value?.decks.map(({ deck }) => deckCard(deck, new Map())) ?? [];

test('a card says what the cover says: who speaks, with the monogram, who is host and organizer', () => {
  const [card] = cards(EVENT.replace('host: Hanna', 'host: Hanna\norganizer: Acme'));
  expect(card).toMatchObject({
    title: 'A talk',
    heading: 'A talk',
    people: [{ name: 'Ada', monogram: 'A', org: 'Acme', role: null }],
    cover: {
      title: 'A talk',
      event: 'Meetup',
      people: [{ name: 'Ada', portrait: null }],
      hosts: 'Host Hanna\u00a0\u00b7 Organised by Acme',
    },
  });
});

test('the evening\u2019s own card says when and where it is, the others when', () => {
  const event = EVENT.replace('host: Hanna', 'host: Hanna\ndate: 2031-04-02\nvenue: Betahaus\nqaTime: 20:00');
  const ofAll = cards(`${event}\n## Welcome\n\n- a\n`).map(({ cover }) => [
    cover.event,
    cover.date,
    cover.venue,
  ]);
  expect(ofAll).toEqual([
    [null, 'April 2, 2031', 'Betahaus'],
    ['Meetup', 'April 2, 2031', null],
  ]);
});

test('where nobody is host, none is named', () => {
  expect(cards(EVENT.replace('host: Hanna\n', ''))[0]?.cover.hosts).toBeNull();
});
