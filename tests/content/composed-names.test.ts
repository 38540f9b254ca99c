import { expect, test } from 'vitest';
import { compileMeetup, EVENT } from '../compile-meetup.ts';

test('a name in parts and the same name whole are one person', () => {
  const [parts, whole] = ['NFD', 'NFC'].map((form) => 'José Peña'.normalize(form));
  const { value, findings } = compileMeetup({
    'content/event.md': EVENT,
    'content/talks/1-jose.md': `---\nspeaker: ${parts}\ntitle: A talk\ntakeaway: Remember this.\n---\n\n## One\n\n- thing\n`,
    'content/qa/1-why.md': `---\nquestion: Why?\naskedBy: Guest\naskedTo: [${whole}]\ntopic: All\n---\n\n### ${whole}\n\n- Yes.\n`,
    'content/qa/2-who.md': `---\nquestion: Who?\naskedBy: Guest\ntopic: All\n---\n\n### ${parts}\n\n- Me.\n`,
  });
  expect(findings).toEqual([]);
  expect(value?.decks.map(({ deck }) => deck.author)[0]).toBe(whole);
});
