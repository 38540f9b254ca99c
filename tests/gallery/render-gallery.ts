import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PNG } from 'pngjs';
import { openDecks } from '../print/open-decks.ts';
import { compileGallery } from './compile-gallery.ts';
import { contactSheet } from './contact-sheet.ts';
import { exportedSlides } from './gallery-slides.ts';
import { halfSize } from './half-size.ts';
import { type GalleryLook, NARROW, THEMED } from './looks.ts';
import { REFERENCES } from './references.ts';
import { smallPng } from './small-png.ts';
import { writePicture } from './write-picture.ts';

// `npm run gallery`: every slide as a PNG, and a sheet of each deck. With --renew, updates the reference images.

const OUT = 'out/gallery';
const { values } = parseArgs({ options: { renew: { type: 'boolean', default: false } } });

rmSync(OUT, { recursive: true, force: true });
if (values.renew) rmSync(REFERENCES, { recursive: true, force: true });
for (const look of THEMED) await render(look, values.renew);
await render(NARROW, false);

async function render(look: GalleryLook, renew: boolean): Promise<void> {
  const input = compileGallery(look);
  const slides = await openDecks(input, (opened) => exportedSlides(opened, input.decks));
  const sheets = new Map<string, PNG[]>();
  let bytes = 0;
  for (const { name, deck, png } of slides) {
    const half = await halfSize(png);
    sheets.set(deck, [...(sheets.get(deck) ?? []), half]);
    writePicture(OUT, name, png);
    if (!renew || look.compared?.has(name.slice(look.folder.length + 1)) === false) continue;
    const small = smallPng(half);
    bytes += small.length;
    writePicture(REFERENCES, name, small);
  }
  for (const [deck, pictures] of sheets) writePicture(OUT, deck, PNG.sync.write(contactSheet(pictures)));
  console.log(`${OUT}/${look.folder}/: ${slides.length} slides, and sheets of ${sheets.size} decks`);
  if (renew) console.log(`tests/gallery/pictures/${look.folder}/: renewed, ${Math.round(bytes / 1024)} KB`);
}
