import { expect, test } from 'vitest';
import { pdfText } from '../e2e/pdf-text.ts';
import { outlineOf, pageOf, readPdf } from '../pdf/read-pdf.ts';
import { makeDeck, themeRoot } from './make-deck.ts';
import { pdfFacts } from './pdf-facts.ts';
import { printAll } from './print-all.ts';

test('with clicks, each click is a page; links, names and the outline lead to the slide’s first', async () => {
  const deck = {
    ...makeDeck('ada', [
      '# One\n\n<v-clicks>\n\n- alpha\n- beta\n\n</v-clicks>\n\n<Link to="2">on</Link>\n\n<a href="talkdeck:qa/7">there</a>',
      '# Two\n\n<v-click>gamma</v-click>',
      '# Three',
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
    audit: false,
    productsOf: () => [{ kind: 'pdf', clicks: true }],
  });
  expect(failures).toEqual([]);
  const pdf = printed[0]?.pdf ?? new Uint8Array();
  const { pages } = await pdfText(pdf);
  const seen = pages.map((page) => ['alpha', 'beta', 'gamma', 'Three'].filter((word) => page.includes(word)));
  expect(seen).toEqual([[], ['alpha'], ['alpha', 'beta'], [], ['gamma'], ['Three']]);
  const { links, pages: count } = await pdfFacts(pdf);
  expect(count).toBe(6);
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
