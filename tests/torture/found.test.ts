import { expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import { auditPage } from '../../src/print/audit/audit-page.ts';
import { compileMeetup, EVENT, talk } from '../compile-meetup.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { openDecks } from '../print/open-decks.ts';

/** For large type: numbers of two digits, and units in Chinese, which browsers set apart. */
const QUESTIONS = Array.from({ length: 12 }, (_, index) => [
  `content/qa/${index + 11}.md`,
  `---\nquestion: What comes after ${index}?\naskedBy: Hanna\ntopic: ${index < 9 ? 'Early' : 'Late'}\n---\n\n### ${index < 9 ? 'Bo' : 'Ada'}\n\n- More.\n`,
]);
const FIGURES = `## Figures of the year, which was longer than most of the years before it {.stats}

- **7157 万** Die Donaudampfschifffahrtsgesellschaft braucht eine
- **1357 万** Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsver
- **5679 万** Größe, Überprüfung und Straßenverkehr: alles Wörter mit`;

/** The table would like more room than there is: the list would lose its own. */
const TABLE = `## Section

- One
- Two
- Three

> Who pays for it? Cloud vendors, mostly. Open source is a distribution model, and nothing else.

| Who pays | B |
|---|---|
| We moved | Who pays |
| We moved | Who pays |
| We moved | Who pays |`;

/** In its colour, which has less contrast with the ground of a mark than with paper. */
const CALLOUT = '## Said\n\n> [!NOTE] A ==marked== head\n> Of a callout.\n\n- One\n- Two';

test('slides on which random meetups showed a fault are fine', async () => {
  const { value, findings } = compileMeetup({
    'content/event.md': EVENT,
    'content/talks/01-ada.md': talk(FIGURES),
    'content/talks/02-bo.md': talk(`${TABLE}\n\n${CALLOUT}`).replace('speaker: Ada', 'speaker: Bo'),
    ...Object.fromEntries(QUESTIONS),
  });
  if (!value) throw new Error(JSON.stringify(findings));
  const options = { ...printableDecks(openProject('.'), value), shellFolder: KEPT_SHELL };
  const { problems } = await openDecks(options, (opened) =>
    auditPage(opened, { first: 0, count: opened.bundle.slides.length }),
  );
  expect(problems.map(({ slide, kind, detail }) => [slide, kind, detail])).toEqual([]);
});
