import { fileURLToPath } from 'node:url';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { Deck } from '../../src/deck/deck.ts';
import { slideFindings } from '../../src/export/slide-findings.ts';
import { looksPage } from '../../src/looks/looks-page.ts';
import { HOSTILE_PARTS } from './hostile-parts.ts';
import { startTally } from './start-tally.ts';
import { bare } from './text.ts';

const tally = startTally('Hostile texts on the page of looks:');
const TEMPLATES = [fileURLToPath(new URL('../../templates', import.meta.url))];

/** The page of looks with a text as title, as file name, and quoted in a slide's finding. */
function pageWith(text: string): string {
  const origin = { file: `content/talks/${text}.md`, line: 1 };
  const failure = { slug: text, slide: 1, origin, kind: 'overlap', severity: 'error', detail: text } as const;
  const findings = slideFindings({ failures: [failure], pictures: [], blocked: [] });
  const slide = { kind: 'cover', origin } as unknown as Deck['cover'];
  const look = { isChosen: false, dropsColors: true, pictures: [null], findings };
  return looksPage(
    {
      title: text,
      samples: [{ name: 'cover', deck: text, slide }],
      looks: [
        { name: 'own', ...look },
        { name: 'bold', ...look, pictures: [] },
      ],
    },
    TEMPLATES,
  );
}

/** The elements of a page, and the text of its heading and its slides' sources. */
function read(page: string) {
  const made: string[] = [];
  const texts: Record<string, string> = {};
  let within = '';
  const parser = new Parser({
    onopentag(tag, attributes) {
      made.push([tag, ...Object.keys(attributes)].join(' '));
      within = tag;
    },
    ontext(text) {
      texts[within] = `${texts[within] ?? ''}${text}`;
    },
    onclosetag() {
      within = '';
    },
  });
  parser.end(page);
  return {
    made,
    heading: bare(texts.h1 ?? ''),
    title: bare(texts.title ?? ''),
    source: bare(texts.small ?? ''),
  };
}

const PLAIN = read(pageWith('plain'));

describe.each(HOSTILE_PARTS.map((vectors, index) => ({ vectors, part: index + 1 })))(
  'part $part',
  ({ vectors }) => {
    it('makes nothing but text on the page of looks', () => {
      const wrong = vectors.filter(({ text }) => {
        const { made, heading, title, source } = read(pageWith(text));
        const cell = bare(`content/talks/${text}.md:1`);
        const says = `${bare(text)}ineverylook`;
        return (
          made.join() !== PLAIN.made.join() || heading !== says || title !== says || source !== cell.repeat(2)
        );
      });
      tally('title, file and finding', 3 * vectors.length, wrong.length);
      expect(wrong.map(({ name }) => name)).toEqual([]);
    });
  },
);
