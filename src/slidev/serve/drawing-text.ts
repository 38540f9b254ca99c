import * as v from 'valibot';

/** All that is drawn on a deck, and so on one slide; in characters. */
export const MOST_DRAWN = 1024 * 1024;

/** What Slidev's pen (drauu) draws: shapes, arrows with their heads, in a colour. Nothing of it loads or runs anything. */
const TAGS = 'path|line|rect|ellipse|g|defs|marker';
const NAMES =
  'd|x|y|x1|y1|x2|y2|cx|cy|rx|ry|width|height|fill|stroke|stroke-width|stroke-linecap|stroke-dasharray|' +
  'marker-end|id|viewBox|refX|refY|markerWidth|markerHeight|orient';
/** Numbers, words, colours; of addresses only one within the drawing. */
const VALUE = '[\\w\\s.,#+%-]*|rgba?\\([\\d\\s.,%/]*\\)|url\\(#[\\w-]+\\)';
const TAG = new RegExp(`<(?:/(?:${TAGS})|(?:${TAGS})(?:\\s(?:${NAMES})="(?:${VALUE})")*\\s?/?)>`, 'y');

/** A drawing on a slide, as SVG: it becomes part of the page of everybody who looks. */
export const DRAWING = v.pipe(v.string(), v.maxLength(MOST_DRAWN), v.check(isDrawing));

function isDrawing(text: string): boolean {
  for (let at = 0; at < text.length; at = TAG.lastIndex) {
    TAG.lastIndex = at;
    if (!TAG.test(text)) return false;
  }
  return true;
}
