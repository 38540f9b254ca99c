import { expect, it } from 'vitest';
import { deckText, EVENT, talk } from '../compile-meetup.ts';

const SITE = 'https://talks.example.org/night/';

it("the last slides lead to the meetup's site before its other links, once", () => {
  const files = (links: string) => ({
    'content/event.md': EVENT.replace('host:', `site: ${SITE}\nlinks: ${links}\nhost:`),
    'content/talks/ada.md': talk('## One\n\n- Point'),
    'content/qa/why.md':
      '---\nquestion: Why?\naskedBy: Hanna\naskedTo: Ada\ntopic: Reasons\n---\n\n### Ada\n\nBecause.\n',
  });
  const others = '{ chat: https://example.org/chat, video: https://example.org/video }';
  for (const slug of ['ada', 'qa']) {
    const shown = (links: string) =>
      deckText(files(links), slug).match(/(?<=<span class="words"><b>|<span><b>).*?(?=<\/b>)/g);
    // Two fit on the last slide; the others come before it.
    expect(shown(others), slug).toEqual(['video', 'All talks online', 'chat']);
    expect(shown(`{ all of it: ${SITE} }`), slug).toEqual(['all of it']);
  }
});
