import { openProject } from '../../src/base/project.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import type { PrintableDeck } from '../../src/print/types.ts';
import { compileMeetup, EVENT, talk } from '../compile-meetup.ts';
import { makeDeck } from './make-deck.ts';

/** The first deck of a bundle determines whether the page is dark for all of them. */
const DARK = 'layout: text\ncolorSchema: dark\nthemeConfig:\n  look: bold\n';

const sentences = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => `Sentence ${from + index} of a note that goes on.`).join(' ');
const long = Array.from({ length: 30 }, (_, index) => sentences(10, index * 10 + 1)).join('\n\n');

/** Short and long notes, a slide without any, and a title that looks like CSS. */
export const paper: PrintableDeck = {
  ...makeDeck(
    'paper',
    [
      '# One\n\n<!-- The note of one.\n\nSources: L73-79, L85 -->',
      '# Two\n\n<Link to="5">to five</Link> <a href="talkdeck:qa/7">there</a>',
      `# Three\n\n<!--\n${long}\n-->`,
      `# Four\n\n<!--\n${sentences(22, 301)}\n-->`,
      '# Five\n\n<!-- The note of five. -->',
    ],
    DARK,
    'text',
  ),
  title: 'Say "hi" \\ } * { color: red } <b>',
  look: 'bold',
};
const even: PrintableDeck = {
  ...makeDeck(
    'even',
    Array.from({ length: 7 }, (_, index) => `# Slide ${index + 1}\n\n<!-- Note ${index + 1}. -->`),
    DARK,
    'text',
  ),
  look: 'bold',
};
/** Notes of many lengths, which end at every possible position on a page. */
const uneven = makeDeck(
  'uneven',
  Array.from(
    { length: 24 },
    (_, index) =>
      `# Title ${index + 1}.\n\n<!-- Begin ${index + 1}. ${sentences(1 + ((index * 7) % 12))} -->`,
  ),
  DARK,
  'text',
);

/** Its first note nearly fills a page, and begins below the title and slides without notes. */
const begun = makeDeck(
  'begun',
  ['# Bare', '# Bare, too', `# Full\n\n<!-- ${sentences(54)} -->`, '# Last\n\n<!-- The end. -->'],
  DARK,
  'text',
);

/** What somebody may type into a note. */
export const MARKUP = [
  '<img src=x onerror="globalThis.pwned = 1">',
  '<script>globalThis.pwned = 2</script>',
  '<style>* { display: none }</style>',
  '<a href="javascript:globalThis.pwned = 3">a</a>',
  '{{ 6 * 7 }}',
  '[click]',
  '<svg onload="globalThis.pwned = 4"/>',
];

function hostileDeck(): PrintableDeck {
  const typed = MARKUP.map((text) => `Typed ${text} as it is.`).join('\n\n');
  const { value, findings } = compileMeetup({
    'content/event.md': EVENT,
    'content/talks/01-ada.md': talk(`## Section\n\n- a point\n\n<!--\n${typed}\n-->`),
  });
  if (!value) throw new Error(JSON.stringify(findings, null, 2));
  const deck = printableDecks(openProject('.'), value).decks.find(({ slug }) => slug === 'ada');
  if (!deck) throw new Error('there is no deck of Ada');
  return deck;
}

/** HTML in a note does run: without this control, the test that typed markup does nothing would prove nothing. */
const control = makeDeck(
  'control',
  ['# Control\n\n<!-- <img src="x" onerror="globalThis.control = 1"> -->'],
  DARK,
  'text',
);

export const decks: readonly PrintableDeck[] = [paper, even, uneven, begun, hostileDeck(), control];
