import { strFromU8, unzipSync } from 'fflate';

/** A text box or picture of a PowerPoint file, in CSS pixels from the upper left corner of its slide. */
export interface PptxShape {
  /** 1-based. */
  readonly slide: number;
  readonly xml: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** CSS pixels of a length in the unit of the format. */
  px(emu: number): number;
}

/** Width of a slide. */
const WIDTH = 980;

/** @param kind element of the format: `sp` for text, `pic` for pictures */
export function pptxShapes(pptx: Uint8Array, kind: 'sp' | 'pic'): readonly PptxShape[] {
  const files = unzipSync(pptx);
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const [, width = 0] = /<p:sldSz cx="(\d+)"/.exec(text('ppt/presentation.xml')) ?? [];
  const px = (emu: number) => (emu * WIDTH) / Number(width);
  const shapes = new RegExp(`<p:${kind}>.*?</p:${kind}>`, 'gs');
  return Object.keys(files).flatMap((path) => {
    const [, slide] = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path) ?? [];
    if (slide === undefined) return [];
    return [...text(path).matchAll(shapes)].map(([xml]) => {
      const [, x, y] = /<a:off x="(-?\d+)" y="(-?\d+)"/.exec(xml) ?? [];
      const [, w, h] = /<a:ext cx="(\d+)" cy="(\d+)"/.exec(xml) ?? [];
      const [left, top] = [px(Number(x)), px(Number(y))];
      return {
        slide: Number(slide),
        xml,
        left,
        top,
        right: left + px(Number(w)),
        bottom: top + px(Number(h)),
        px,
      };
    });
  });
}
