import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { exportOutcome } from '../../src/commands/export-outcome.ts';
import { finding } from '../../src/findings/finding.ts';
import { wordFindings } from '../../src/findings/report/json.ts';
import type { ExportedDeck, ExportedProduct } from '../../src/index.ts';

const ROOT = resolve('.');
const asked = { decks: [], products: [{ kind: 'pdf' }], shard: null } as const;
const exported = { compiled: true, whole: null, wholeHtml: null, documents: [], shard: null };
const LACKING = 'The PDF of the whole meetup was not written: it needs every deck.';

const deckOf = (kind: ExportedProduct['kind']): ExportedDeck => ({
  name: 'ada',
  slides: 1,
  seconds: 0,
  cache: 'hit',
  products: [{ kind, pages: 1, bytes: 1, files: [resolve(`out/${kind}/ada`)] }],
});

test('findings of an earlier export are listed with the deck, too', () => {
  const args = { deck: 'ada', slide: 1, detail: 'it has 9 px', picture: null };
  const at = { line: 1, column: 1, length: 0 };
  const findings = wordFindings([finding('content/talks/ada.md', at, 'image-upscaled', args)]);
  const { facts } = exportOutcome({ ...exported, decks: [deckOf('pdf')], findings }, asked, ROOT, ROOT);
  expect(facts.decks).toMatchObject([{ deck: 'ada', findings: [{ code: 'image-upscaled' }] }]);
});

test('a PDF of the whole is missed where there are PDFs, or nothing could be made', () => {
  const said = (decks: readonly ExportedDeck[]) =>
    exportOutcome({ ...exported, decks, findings: [] }, asked, ROOT, ROOT).summary;
  expect(said([deckOf('pdf')])).toContain(LACKING);
  expect(said([])).toContain(LACKING);
  // Merged shards.
  expect(said([deckOf('png')])).not.toContain(LACKING);
  const asHtml = { ...asked, products: [{ kind: 'html' }] } as const;
  const { summary } = exportOutcome(
    { ...exported, decks: [deckOf('html')], findings: [] },
    asHtml,
    ROOT,
    ROOT,
  );
  expect(summary).toContain('The HTML file of the whole meetup was not written: it needs every deck.');
});
