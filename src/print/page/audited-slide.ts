import type { SlideFailureKind } from '../types.ts';
import type { PageElement, PageGlobals } from './dom.ts';

/** In CSS pixels, from the left upper corner of the slide. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * - `heading`: in the slide's `<h1>`
 * - `body`: in `.slide-content`, or in the layout where it has no such part
 * - `diagram`: in an SVG there
 * - `signs`: small ones there, below and above the line, and formulas
 * - `mark`: made by a style (`::before`), such as a monogram or the number of a list's item
 * - `footer`, and `other`: whatever else a layout shows
 */
export type Zone = 'heading' | 'body' | 'diagram' | 'signs' | 'mark' | 'footer' | 'other';

/** A run of text that is to be seen. */
export interface SlideText {
  readonly text: string;
  readonly zone: Zone;
  /** Stands in a paragraph, an item, a cell, a quote or a heading of the content: what the audience reads. */
  readonly reading: boolean;
  /** In a block of code, whose colours are the highlighter's. */
  readonly code: boolean;
  /** What its lines are laid out in: two texts of one block cannot run into each other. */
  readonly block: PageElement;
  /**
   * The middle eight tenths of each line's em, where the ink is: boxes of lines are higher than that, and may
   * touch without harm. Of a `mark`, whose place cannot be asked for, that of its element.
   */
  readonly boxes: readonly Box[];
  /** In px as shown, after every transformation. */
  readonly size: number;
  readonly color: string;
  /** 0 to 1, ancestors included. */
  readonly opacity: number;
  /** The background colour of a `mark` itself. */
  readonly ground: string | null;
  /** The value of `--accent` where the text stands. */
  readonly accent: string;
  /** What its ancestors let show. */
  readonly clip: Box;
  /** The common part of the boxes of its ancestors in the content; null where it has left the flow. */
  readonly room: Box | null;
  /** How many of the slide's `painted` lie below it. */
  readonly painted: number;
}

export interface AuditedPicture {
  readonly element: PageElement;
  readonly name: string;
  /** Where its pixels are, which may be less than the element (`object-fit`). */
  readonly box: Box;
  /** CSS pixels for one of its own; null where it has none, as an SVG. */
  readonly scale: number | null;
  readonly inContent: boolean;
  /** How many of the slide's `painted` lie below it. */
  readonly painted: number;
}

/** A background, or the filling of a shape. */
export interface Painted {
  /** One colour; the stops of a gradient; none where a picture is painted. */
  readonly colors: readonly string[];
  readonly opacity: number;
  covers(x: number, y: number): boolean;
}

/** A slide as it stands in the browser, read once for all checks. */
export interface AuditedSlide {
  readonly container: PageElement;
  /** 0-based in the bundle. */
  readonly slide: number;
  readonly size: Box;
  readonly footer: Box | null;
  readonly texts: readonly SlideText[];
  readonly pictures: readonly AuditedPicture[];
  /** In the order of the document, from the back. */
  readonly painted: readonly Painted[];
}

export interface Found {
  readonly kind: SlideFailureKind;
  readonly detail: string;
  readonly url?: string;
  readonly higher?: number;
}

/** What a check may use: it is sent to the browser as text, and cannot import. */
export interface PageTools {
  /** A text for a message. */
  quote(text: string): string;
  /** The first one in words, and how many there are beyond it. */
  summarize(kind: SlideFailureKind, details: readonly string[]): Found[];
  /** By how many px `box` stands over the edge of `frame`; 0 where it does not. */
  excess(box: Box, frame: Box): number;
  /** Width or height of what two boxes share, whichever is less; 0 where they share nothing. */
  shared(a: Box, b: Box): number;
  /**
   * The sRGB that one sees: layers from the back, on white paper.
   * @returns 0 to 255
   */
  blend(layers: readonly { readonly color: string; readonly opacity: number }[]): Rgb;
  /** Addresses that were asked for and not given. */
  readonly unserved: readonly string[];
}

export type Rgb = readonly [number, number, number];

/** One question, asked of every slide. */
export type SlideCheck = (view: AuditedSlide, tools: PageTools) => Found[];

/** Runs in the browser. */
export function makeTools(unserved: readonly string[]): PageTools {
  const { document } = globalThis as unknown as PageGlobals;
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const blended = new Map<string, Rgb>();
  return {
    unserved,
    quote: (text) => `"${text.length > 24 ? `${text.slice(0, 24)}\u2026` : text}"`,
    summarize: (kind: SlideFailureKind, details) => {
      const [first, ...rest] = details;
      if (first === undefined) return [];
      return [{ kind, detail: rest.length === 0 ? first : `${first}, and ${rest.length} more` }];
    },
    excess: (box: Box, frame: Box) =>
      Math.max(
        0,
        frame.left - box.left,
        frame.top - box.top,
        box.right - frame.right,
        box.bottom - frame.bottom,
      ),
    shared: (a: Box, b: Box) =>
      Math.max(
        0,
        Math.min(
          Math.min(a.right, b.right) - Math.max(a.left, b.left),
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
        ),
      ),
    // The browser knows every notation of a colour, and mixes them as it does on the slide.
    blend: (layers) => {
      const key = layers.map(({ color, opacity }) => `${color} ${opacity}`).join('|');
      const known = blended.get(key);
      if (known) return known;
      for (const { color, opacity } of [{ color: '#fff', opacity: 1 }, ...layers]) {
        context.globalAlpha = opacity;
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      const rgb: Rgb = [red, green, blue];
      blended.set(key, rgb);
      return rgb;
    },
  };
}
