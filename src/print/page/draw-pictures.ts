import type { PageElement, PageStyle } from './dom.ts';

/**
 * Redraws the pictures of the shown slides as PNG or JPEG, with no more than two dots per pixel of the slide. The
 * layout does not change. Runs in the browser; undrawPictures reverts it.
 *
 * @param whole for PDF, which embeds files as they are: only pictures with many more dots than that. Otherwise for
 * Slidev's PowerPoint writer, which stretches the whole file to its box, in any format and ignoring its orientation:
 * every picture, cropped to what its box shows, upright, with rounded corners, and the box made as large as the visible
 * part. That writer takes pictures without a size from the screen.
 */
export async function drawPictures({ whole }: { readonly whole: boolean }): Promise<void> {
  const { document, getComputedStyle } = globalThis as unknown as PictureGlobals;
  const DOTS = 2;
  /** Slightly larger pictures are not worth a second lossy compression. */
  const MANY_DOTS = 1.3 * DOTS;
  /** Pictures with shorter data addresses are not worth the loss. */
  const SMALL = 200_000;
  const LOSSY = /\.(?:jpe?g|webp|avif)(?:$|[?#])/i;
  const SVG = /\.svg(?:$|[?#])|^data:image\/svg/i;

  /** Position of the picture in its box, by `object-fit` and `object-position`; may be larger than the box. */
  function placeOf(picture: Picture, width: number, height: number, style: PictureStyle) {
    const [ratioX, ratioY] = [width / picture.naturalWidth, height / picture.naturalHeight];
    const contained = Math.min(ratioX, ratioY);
    const ratios: Readonly<Record<string, readonly [number, number]>> = {
      fill: [ratioX, ratioY],
      contain: [contained, contained],
      cover: [Math.max(ratioX, ratioY), Math.max(ratioX, ratioY)],
      none: [1, 1],
      'scale-down': [Math.min(1, contained), Math.min(1, contained)],
    };
    const [byX, byY] = ratios[style.objectFit] ?? [ratioX, ratioY];
    const [atX = '50%', atY = '50%'] = style.objectPosition.split(' ');
    const offset = (at: string, room: number) =>
      at.endsWith('%') ? (Number.parseFloat(at) / 100) * room : Number.parseFloat(at);
    const [w, h] = [picture.naturalWidth * byX, picture.naturalHeight * byY];
    return { x: offset(atX, width - w), y: offset(atY, height - h), w, h };
  }

  async function draw(picture: Picture): Promise<void> {
    const box = picture.getBoundingClientRect();
    const style = getComputedStyle(picture);
    if (picture.naturalWidth === 0 || box.width === 0 || box.height === 0) return;
    const place = placeOf(picture, box.width, box.height, style);
    const [left, top] = [Math.max(0, place.x), Math.max(0, place.y)];
    const width = Math.min(box.width, place.x + place.w) - left;
    const height = Math.min(box.height, place.y + place.h) - top;
    if (width <= 0 || height <= 0) return;
    // An SVG file is as sharp as it is drawn, whatever size it declares.
    const own = SVG.test(picture.currentSrc) ? DOTS : picture.naturalWidth / place.w;
    const dots = Math.min(DOTS, Math.max(own, picture.naturalHeight / place.h));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * dots));
    canvas.height = Math.max(1, Math.round(height * dots));
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.scale(canvas.width / width, canvas.height / height);
    const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
    const isRound = radius > 0;
    if (isRound) {
      const corner = style.borderTopLeftRadius.endsWith('%') ? (radius / 100) * box.width : radius;
      context.beginPath();
      context.roundRect(-left, -top, box.width, box.height, Math.min(corner, box.width / 2, box.height / 2));
      context.clip();
    }
    context.drawImage(picture, place.x - left, place.y - top, place.w, place.h);
    const drawn = encode(canvas, context, LOSSY.test(picture.currentSrc));
    keep(picture);
    // Not `transform`, for which Slidev's writer would take the picture from the screen.
    picture.style.cssText += `;object-fit:fill;transform-origin:0 0;translate:${left}px ${top}px;scale:${width / box.width} ${height / box.height}`;
    picture.src = drawn;
    await picture.decode();
  }

  async function reduce(picture: Picture): Promise<void> {
    const box = picture.getBoundingClientRect();
    if (picture.naturalWidth === 0 || box.width === 0 || box.height === 0) return;
    const { w, h } = placeOf(picture, box.width, box.height, getComputedStyle(picture));
    if (SVG.test(picture.currentSrc) || picture.naturalWidth <= w * MANY_DOTS) return;
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(w * DOTS);
    canvas.height = Math.ceil(h * DOTS);
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const drawn = encode(canvas, context, LOSSY.test(picture.currentSrc));
    keep(picture);
    picture.src = drawn;
    await picture.decode();
  }

  function keep(picture: Picture): void {
    picture.setAttribute('data-drawn-from', picture.getAttribute('src') ?? '');
    picture.setAttribute('data-drawn-style', picture.getAttribute('style') ?? '');
  }

  /** Uses JPEG if the picture is opaque and was lossy before or, like a photo, is much smaller that way. */
  function encode(canvas: PictureCanvas, context: PictureContext, isLossy: boolean): string {
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    for (let alpha = 3; alpha < data.length; alpha += 4) {
      if (data[alpha] !== 255) return canvas.toDataURL('image/png');
    }
    const jpeg = canvas.toDataURL('image/jpeg', 0.9);
    if (isLossy) return jpeg;
    const png = canvas.toDataURL('image/png');
    return png.length > Math.max(SMALL, 3 * jpeg.length) ? jpeg : png;
  }

  const each = whole ? reduce : draw;
  for (const picture of document.querySelectorAll('.print-slide-container img')) await each(picture);
}

/** Restores the original pictures. Runs in the browser. */
export async function undrawPictures(): Promise<void> {
  const { document } = globalThis as unknown as PictureGlobals;
  for (const picture of document.querySelectorAll('img[data-drawn-from]')) {
    picture.style.cssText = picture.getAttribute('data-drawn-style') ?? '';
    picture.src = picture.getAttribute('data-drawn-from') ?? '';
    picture.removeAttribute('data-drawn-from');
    picture.removeAttribute('data-drawn-style');
    await picture.decode();
  }
}

interface Picture extends Omit<PageElement, 'style'> {
  src: string;
  readonly naturalWidth: number;
  readonly naturalHeight: number;
  readonly currentSrc: string;
  readonly style: { cssText: string };
  decode(): Promise<void>;
}

interface PictureStyle extends Pick<PageStyle, 'objectFit'> {
  /** Two lengths in px or per cent. */
  readonly objectPosition: string;
  readonly borderTopLeftRadius: string;
}

interface PictureContext {
  imageSmoothingQuality: 'low' | 'medium' | 'high';
  scale(x: number, y: number): void;
  beginPath(): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  clip(): void;
  drawImage(picture: Picture, x: number, y: number, width: number, height: number): void;
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}

interface PictureCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): PictureContext;
  toDataURL(type: string, quality?: number): string;
}

interface PictureGlobals {
  readonly document: {
    querySelectorAll(selector: string): Iterable<Picture>;
    createElement(tag: 'canvas'): PictureCanvas;
  };
  getComputedStyle(picture: Picture): PictureStyle;
}
