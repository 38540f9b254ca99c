import { expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { type Exported, exportOutcome } from '../../src/commands/export-outcome.ts';
import { finding } from '../../src/findings/finding.ts';
import type { Product } from '../../src/print/types.ts';

const project = openProject('.');
const plan = { names: [], products: [{ kind: 'pdf', clicks: false }], shard: null, useCache: true } as const;
const LACKING = 'The PDF of the whole meetup was not written: it needs every deck.';

const deckOf = (kind: Product['kind']): Exported['decks'][number] => ({
  slug: 'ada',
  slides: 1,
  seconds: 0,
  cache: 'hit',
  products: [{ kind, pages: 1, bytes: 1, files: [`${kind}/ada`] }],
});

test('what an earlier export found of a deck stands with the deck, too', () => {
  const args = { deck: 'ada', slide: 1, detail: 'it has 9 px', picture: null };
  const at = { line: 1, column: 1, length: 0 };
  const told = [finding('content/talks/ada.md', at, 'image-upscaled', args)];
  const { facts } = exportOutcome(
    project,
    process.cwd(),
    plan,
    { decks: [deckOf('pdf')], whole: null },
    told,
  );
  expect(facts.decks).toMatchObject([{ deck: 'ada', findings: [{ code: 'image-upscaled' }] }]);
});

test('a PDF of the whole is missed where there are PDFs, or nothing could be made', () => {
  const said = (decks: Exported['decks']) =>
    exportOutcome(project, process.cwd(), plan, { decks, whole: null }, []).summary;
  expect(said([deckOf('pdf')])).toContain(LACKING);
  expect(said([])).toContain(LACKING);
  // Shards that were merged.
  expect(said([deckOf('png')])).not.toContain(LACKING);
});
