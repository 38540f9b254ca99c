import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IS_WHOLE } from '../deep.ts';
import { compileGallery } from '../gallery/compile-gallery.ts';
import { THEMED } from '../gallery/looks.ts';
import { ownTemporary } from '../own-temporary.ts';
import { printAll } from '../print/print-all.ts';
import { pictureDistance, placedPictures, printedPictures } from '../print/products/picture-places.ts';
import { distanceOf, hasWeightsOf, placedLines, printedTexts } from '../print/products/pptx-places.ts';

// How LibreOffice shows PowerPoint files, compared with the same slides' PDF. Decks are English: a machine with an
// office program may not have a Chinese font for it.

const OFFICE = 'soffice';
const HAS_OFFICE = spawnSync(OFFICE, ['--version']).status === 0;
const NEEDED = HAS_OFFICE ? '' : ' (skipped: soffice, which comes with LibreOffice, is not installed)';

/** In px: its fonts are different. */
const NEAR = 6;

interface DrawnDeck {
  readonly slug: string;
  readonly pdf: Uint8Array;
  readonly pptx: Uint8Array;
  /** The PowerPoint file as a PDF by LibreOffice. */
  readonly drawn: Uint8Array;
}

describe.skipIf(!IS_WHOLE || !HAS_OFFICE)(`PowerPoint files in LibreOffice${NEEDED}`, () => {
  const decks: DrawnDeck[] = [];
  const temporary = ownTemporary('office', beforeAll, afterAll);

  beforeAll(async () => {
    const [look] = THEMED;
    if (!look) throw new RangeError('no look');
    const gallery = compileGallery(look);
    const { printed } = await printAll({
      ...gallery,
      decks: gallery.decks.filter(({ slug }) => slug.includes('/en-')),
      productsOf: () => [{ kind: 'pdf', clicks: false }, { kind: 'pptx' }],
    });
    const folder = temporary();
    const files = printed.map(({ slug, pdf, others: [pptx = new Uint8Array()] }) => {
      const name = slug.replace('/', '-');
      writeFileSync(join(folder, `${name}.pptx`), pptx);
      return { slug, name, pdf, pptx };
    });
    mkdirSync(join(folder, 'drawn'));
    execFileSync(OFFICE, [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      ...['--convert-to', 'pdf', '--outdir', join(folder, 'drawn')],
      ...files.map(({ name }) => join(folder, `${name}.pptx`)),
    ]);
    for (const { slug, name, pdf, pptx } of files) {
      decks.push({ slug, pdf, pptx, drawn: readFileSync(join(folder, 'drawn', `${name}.pdf`)) });
    }
  });

  test('every line is drawn where the slide has it, and as bold', async () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const { slug, pdf, pptx, drawn } of decks) {
      const [ours, theirs] = [await printedTexts(pdf), await printedTexts(drawn)];
      for (const line of placedLines(pptx)) {
        if (line.text === '') continue;
        seen += 1;
        const [shown, drawnThere] = [ours[line.slide - 1] ?? [], theirs[line.slide - 1] ?? []];
        const away = distanceOf(line, shown, drawnThere);
        const where = `${slug} ${line.slide}: ${line.text}`;
        if (away === null) wrong.push(`${where} is not drawn`);
        else if (away > NEAR) wrong.push(`${where} is ${Math.round(away)} px away`);
        else if (!hasWeightsOf(line, shown, drawnThere)) wrong.push(`${where} is bold elsewhere`);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(500);
  });

  test('every picture is drawn where the file has it', async () => {
    const wrong: string[] = [];
    for (const { slug, pptx, drawn } of decks) {
      const shown = await printedPictures(drawn);
      for (const placed of placedPictures(pptx)) {
        const away = Math.min(...shown.map((picture) => pictureDistance(placed, picture)));
        if (away > 1) wrong.push(`${slug} ${placed.slide}: a picture is ${away} px away`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
