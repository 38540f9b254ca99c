import { PNG } from 'pngjs';

const COLUMNS = 4;
/** Space around each image, in pixels. */
const GAP = 12;
const GREY = 0x88;

/** All images of a deck on one sheet, in rows; all are of the same size. */
export function contactSheet(pictures: readonly PNG[]): PNG {
  const [first] = pictures;
  if (!first) throw new RangeError('there is no picture');
  const stepX = first.width + GAP;
  const stepY = first.height + GAP;
  const rows = Math.ceil(pictures.length / COLUMNS);
  const sheet = new PNG({ width: COLUMNS * stepX + GAP, height: rows * stepY + GAP });
  sheet.data.fill(GREY);
  for (const [index, picture] of pictures.entries()) {
    const x = GAP + (index % COLUMNS) * stepX;
    const y = GAP + Math.floor(index / COLUMNS) * stepY;
    PNG.bitblt(picture, sheet, 0, 0, picture.width, picture.height, x, y);
  }
  for (let at = 3; at < sheet.data.length; at += 4) sheet.data[at] = 0xff;
  return sheet;
}
