import * as v from 'valibot';

/** Limit for all drawings of a deck, and so for one slide; in characters. */
export const MOST_DRAWN = 1024 * 1024;

/**
 * Elements drawn by Slidev's pen (drauu): shapes and arrows with heads, coloured. None of them loads or runs anything.
 */
const TAGS = 'path|line|rect|ellipse|g|defs|marker';
const NAMES =
  'd|x|y|x1|y1|x2|y2|cx|cy|rx|ry|width|height|fill|stroke|stroke-width|stroke-linecap|stroke-dasharray|' +
  'marker-end|id|viewBox|refX|refY|markerWidth|markerHeight|orient';
/** Numbers, words and colours; URLs only of fragments in the same drawing. */
const VALUE = '[\\w\\s.,#+%-]*|rgba?\\([\\d\\s.,%/]*\\)|url\\(#[\\w-]+\\)';
const TAG = new RegExp(`<(?:/(?:${TAGS})|(?:${TAGS})(?:\\s(?:${NAMES})="(?:${VALUE})")*\\s?/?)>`, 'y');

/** A drawing on a slide, as SVG. It becomes part of the page of every viewer. */
export const DRAWING = v.pipe(v.string(), v.maxLength(MOST_DRAWN), v.check(isDrawing));

function isDrawing(text: string): boolean {
  for (let at = 0; at < text.length; at = TAG.lastIndex) {
    TAG.lastIndex = at;
    if (!TAG.test(text)) return false;
  }
  return true;
}
