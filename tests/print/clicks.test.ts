import { expect, test, vi } from 'vitest';
import { showDeck } from '../../src/print/page/show-deck.ts';
import { printPage } from '../../src/print/products/pdf.ts';
import { deckSpans } from '../../src/print/types.ts';
import { pdfText } from '../e2e/pdf-text.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { makeDeck, themeRoot } from './make-deck.ts';
import { openDecks } from './open-decks.ts';
import { outlineOf, pageOf, readPdf } from './pdf/read-pdf.ts';
import { pdfFacts } from './pdf-facts.ts';
import { printAll } from './print-all.ts';

test('with clicks, each click is a page; links, names and the outline lead to the slide’s first', async () => {
  const deck = {
    ...makeDeck('ada', [
      '# One\n\n<v-clicks>\n\n- alpha\n- beta\n\n</v-clicks>\n\n<Link to="2">on</Link>\n\n<a href="talkdeck:qa/7">there</a>',
      '# Two\n\n<v-click>gamma</v-click>',
      '# Three\n\n<v-clicks at="+0">\n\n- delta\n- epsilon\n\n</v-clicks>',
    ]),
    outline: [
      { title: 'Two', slide: 1, children: [] },
      { title: 'Three', slide: 2, children: [] },
    ],
  };
  const { printed, failures } = await printAll({
    decks: [deck],
    assets: [],
    themeRoot,
    productsOf: () => [{ kind: 'pdf', clicks: true }],
  });
  expect(failures).toEqual([]);
  const pdf = printed[0]?.pdf ?? new Uint8Array();
  const { pages } = await pdfText(pdf);
  const words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
  const seen = pages.map((page) => words.filter((word) => page.includes(word)));
  // As in answers, the first point of the last slide is shown at once.
  expect(seen).toEqual([[], ['alpha'], ['alpha', 'beta'], [], ['gamma'], ['delta'], ['delta', 'epsilon']]);
  const { links, pages: count } = await pdfFacts(pdf);
  expect(count).toBe(7);
  expect(links[0]).toEqual(expect.arrayContaining([4, './qa.pdf#nameddest=slide-7']));
  const [outline, named] = await readPdf(pdf, async (opened) => [
    await outlineOf(opened),
    await pageOf(opened, 'slide-2'),
  ]);
  expect(outline).toMatchObject([
    { title: 'Two', page: 4 },
    { title: 'Three', page: 6 },
  ]);
  expect(named).toBe(4);
});

test('what does not get ready with the clicks alone is said', async () => {
  // After the first of two clicks, a diagram appears that is never drawn, and logs its appearance.
  const late = '<div v-if="$clicks === 1" class="mermaid" :ref="() => console.log(\'late\')"></div>';
  const deck = makeDeck('ada', [`# One\n\n<v-click>alpha</v-click> <v-click>beta</v-click>\n\n${late}`]);
  const now = performance.now.bind(performance);
  let passed = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
  try {
    const wrong = await openDecks(
      { decks: [deck], assets: [], themeRoot, shellFolder: KEPT_SHELL },
      async (opened) => {
        expect(opened.problems).toEqual([]);
        const [span = { first: 0, count: 0 }] = deckSpans(opened.bundle, 1);
        const pageOf = await opened.page.evaluate(showDeck, span);
        opened.page
          .context()
          .browser()
          ?.once('context', (context) =>
            context.on('console', (message) => {
              // Skips the minute of waiting.
              if (message.text() === 'late') passed = 61_000;
            }),
          );
        return (await printPage({ ...opened, deck, span, pageOf }, true)).wrong;
      },
    );
    expect(wrong).toEqual([{ slide: 0, kind: 'not-ready', detail: 'still waits for a diagram' }]);
  } finally {
    clock.mockRestore();
  }
});
