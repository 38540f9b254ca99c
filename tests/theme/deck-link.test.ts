import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import { auditPage } from '../../src/print/audit/audit-page.ts';
import { fixLinks, showDeck } from '../../src/print/page/show-deck.ts';
import { type AuditOptions, deckSpans, type SlideProblem } from '../../src/print/types.ts';
import { compileMeetup, EVENT, talk } from '../compile-meetup.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { openDecks } from '../print/open-decks.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SLUG = 'b_\u6797';
/** Everything that would end an attribute, an element or a slide, or would run. */
const HOSTILE = '</DeckLink></a>{{ 6*7 }} " x="1" --> ::right:: <b @click="x">';
const NAME = 'Ada {{ 1 }} "></a>';
const yaml = (text: string) => `'${text}'`;

const FILES = {
  'content/event.md': EVENT.replace(
    'title: Meetup',
    `allow: [markup-in-field]\ntitle: ${yaml(HOSTILE)}\nsubtitle: ${yaml(HOSTILE)}`,
  ),
  'content/talks/01-ada.md': talk('## One\n\n- a')
    .replace('Ada', yaml(NAME))
    .replace('Acme', yaml('"> {{ 2 }}'))
    .replace('A talk', yaml(HOSTILE)),
  [`content/talks/02-${SLUG}.md`]: talk('## One\n\n- a').replace('Ada', 'Ben'),
  'content/qa/01-x.md': '---\nquestion: X?\naskedBy: Ben\ntopic: T\n---\n\n### Ben\n\nYes.\n',
};

/** The front and all decks, in this order, as printed. */
function printable(): Pick<AuditOptions, 'decks' | 'assets' | 'themeRoot' | 'shellFolder'> {
  const { value, findings } = compileMeetup(FILES);
  if (!value) throw new Error(JSON.stringify(findings));
  const { decks, front, files } = value;
  return {
    ...printableDecks(openProject(ROOT), { decks: [front, ...decks], files }),
    shellFolder: KEPT_SHELL,
  };
}

interface Link {
  readonly slide: string;
  readonly href: string;
  readonly text: string;
}

/** All links on a page, with the layout of their slides. */
function linksOf(page: Page): Promise<readonly Link[]> {
  return page.evaluate<readonly Link[]>(`[...document.querySelectorAll('.slide a[href]')].map((link) => ({
    slide: link.closest('.slide').className.match(/kind-(\\w+)/)[1],
    href: link.getAttribute('href'),
    text: link.textContent,
  }))`);
}

describe('a link to another deck', () => {
  let links: readonly Link[];
  let problems: readonly SlideProblem[];
  let live: number;
  let ofFront: { readonly slides: number; readonly problems: readonly SlideProblem[] };

  beforeAll(async () => {
    await openDecks(printable(), async (opened) => {
      const { page, bundle } = opened;
      problems = [...opened.problems, ...(await page.evaluate(fixLinks, bundle.slides))];
      live = await page.evaluate<number>(`document.querySelectorAll('.slide [x], .slide decklink').length`);
      links = await linksOf(page);
      const [front = { first: 0, count: 0 }] = deckSpans(bundle, 1);
      await page.evaluate(showDeck, front);
      ofFront = { slides: front.count, ...(await auditPage(opened, front)) };
    });
  });

  test('leads there in print, whatever texts say, and is left alone when links within a deck are fixed', () => {
    expect(problems).toEqual([]);
    expect(live).toBe(0);
    const ben = 'talkdeck:b_%E6%9E%97/1';
    const shown = links.filter(({ href }) => href.startsWith('talkdeck:'));
    expect(shown.map(({ slide, href, text }) => [slide, href, text])).toEqual([
      ['cover', 'talkdeck:ada/1', NAME],
      ['cover', ben, 'Ben'],
      ['programme', 'talkdeck:ada/1', HOSTILE],
      ['programme', ben, 'A talk'],
      ['programme', 'talkdeck:qa/1', 'Q&A'],
      ['answered', 'talkdeck:qa/3', 'X?'],
      ['closing', 'talkdeck:qa/1', 'Next: Q&A'],
      ['cover', ben, 'Ben'],
      ['question', ben, 'Ben'],
      ['answer', ben, 'Ben'],
      ['matrix', ben, 'Ben'],
      ['closing', ben, 'Ben'],
    ]);
  });

  test('passes the audit of the front, with everything else there', () => {
    expect(ofFront).toMatchObject({ slides: 2, problems: [] });
  });
});
