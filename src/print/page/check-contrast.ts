import type { AuditedSlide, Found, PageTools, Rgb, SlideText } from './audited-slide.ts';

/**
 * Text with too little contrast to its background, by the ratio of WCAG 2.2. Runs in the browser.
 *
 * The background is what was painted before the text, under the middle of its lines. For a gradient, the worst stop
 * counts. Text on a picture is skipped: it would need measuring the pixels below each letter, and one answer for the
 * whole picture would usually be wrong.
 */
export function checkContrast({ texts, painted }: AuditedSlide, tools: PageTools): Found[] {
  /**
   * 7 to 1 (success criterion 1.4.6) for what the audience reads: paragraphs, items, cells, quotes and headings of the
   * content. 4.5 to 1 (1.4.3) for text in the slide's accent colour, highlighted code, labels, small print, marks,
   * diagrams and the footer.
   */
  const required = (text: SlideText) =>
    text.reading && !text.code && !isLabel(text) && !isAccent(text) ? 7 : 4.5;

  /** Set apart in a paragraph or an item, like a mark on an axis, and in the smallest allowed size. */
  const isLabel = ({ size, block }: SlideText) =>
    size < 20.5 && !/^(?:P|LI|TD|BLOCKQUOTE|H[1-4])$/i.test(block.tagName);

  const seen = (color: string) => tools.blend([{ color, opacity: 1 }]);
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  /** Hue and chroma: the a and b of OKLab (Ottosson 2020). */
  const tint = (color: string) => {
    const [red = 0, green = 0, blue = 0] = seen(color).map(linear);
    const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return {
      a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    };
  };
  /** The accent itself, or a mixture with its hue (within 20 degrees) and at least half of its chroma. */
  const isAccent = ({ color, accent }: SlideText) => {
    if (accent === '') return false;
    const own = seen(color);
    if (seen(accent).every((part, index) => Math.abs(part - (own[index] ?? 0)) <= 2)) return true;
    const [text, full] = [tint(color), tint(accent)];
    const [chroma, most] = [Math.hypot(text.a, text.b), Math.hypot(full.a, full.b)];
    const cosine = (text.a * full.a + text.b * full.b) / (chroma * most);
    return most > 0.04 && chroma >= most / 2 && cosine > Math.cos(Math.PI / 9);
  };
  const luminance = (rgb: Rgb) => {
    const [red = 0, green = 0, blue = 0] = rgb.map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  /** The possible backgrounds of a point, each as layers from the back; null if one is a picture. */
  const grounds = (text: SlideText, x: number, y: number) => {
    let all: { color: string; opacity: number }[][] = [[]];
    for (const { colors, opacity, covers } of painted.slice(0, text.painted)) {
      if (!covers(x, y)) continue;
      if (colors.length === 0) return null;
      all = colors.flatMap((color) => all.map((layers) => [...layers, { color, opacity }])).slice(-64);
    }
    const { ground, opacity } = text;
    return ground === null ? all : all.map((layers) => [...layers, { color: ground, opacity }]);
  };
  const ratioAt = (text: SlideText, x: number, y: number) => {
    const ways = (grounds(text, x, y) ?? []).map((layers) => {
      const own = luminance(tools.blend([...layers, { color: text.color, opacity: text.opacity }]));
      const below = luminance(tools.blend(layers));
      return { ratio: (Math.max(own, below) + 0.05) / (Math.min(own, below) + 0.05), lighter: own > below };
    });
    // Somewhere between two stops, the gradient has the brightness of the text.
    if (new Set(ways.map(({ lighter }) => lighter)).size > 1) return 1;
    return Math.min(...ways.map(({ ratio }) => ratio));
  };

  const faint = texts.flatMap((text) => {
    const ratios = text.boxes.map((box) =>
      ratioAt(text, (box.left + box.right) / 2, (box.top + box.bottom) / 2),
    );
    const ratio = Math.min(...ratios);
    const least = required(text);
    return ratio < least ? [{ text, ratio, least }] : [];
  });
  const details = faint
    .sort((a, b) => a.ratio / a.least - b.ratio / b.least)
    .map(({ text, ratio, least }) => {
      // Rounded down: 4.49 is not 4.5.
      const shown = Math.floor(ratio * 10) / 10;
      return `${tools.quote(text.text)} has a contrast of ${shown} to 1 where ${least} to 1 is the least`;
    });
  return tools.summarize('contrast', details);
}
