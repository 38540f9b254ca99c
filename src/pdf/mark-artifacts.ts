/** Of a content stream (ISO 32000-1, 7.2 and 7.8.2). */
const TOKEN =
  /%[^\r\n]*|\((?:\\[\s\S]|[^()\\]|\((?:\\[\s\S]|[^()\\])*\))*\)|<<|>>|<[^<>]*>|[[\]{}]|\/?[^\s()<>[\]{}/%]+/g;
const OPERAND = /^(?:[+-]?[\d.]|true$|false$|null$|[%(</[\]{}>])/;
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'Tj', 'TJ', "'", '"']);
const OPENS = new Set(['BMC', 'BDC']);

/**
 * Marks what is drawn outside of all marked content as an artifact, which is not read aloud: lines, chips,
 * grounds. The browser leaves such things without a mark.
 * @param drawing a content stream; a character stands for a byte
 */
export function markArtifacts(drawing: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let inText = false;
  let gap = { start: 0, inText: false, paints: false };
  /** Where the operands of the next operator begin. */
  let operands = 0;

  const close = (end: number) => {
    const between = drawing.slice(gap.start, end);
    // Text objects and marked content must not cross (14.6.1).
    const wraps = gap.paints && !gap.inText && !inText;
    pieces.push(wraps ? `\n/Artifact BMC\n${between.trim()}\nEMC\n` : between);
    gap.start = end;
  };

  for (const { 0: token, index } of drawing.matchAll(TOKEN)) {
    if (OPERAND.test(token)) continue;
    if (token === 'ID') return drawing; // Bytes of a picture would be taken for operators.
    const end = index + token.length;
    if (OPENS.has(token)) {
      if (depth === 0) close(operands);
      depth += 1;
    } else if (token === 'EMC') {
      depth = Math.max(0, depth - 1);
      if (depth === 0) {
        pieces.push(drawing.slice(gap.start, end));
        gap = { start: end, inText, paints: false };
      }
    } else if (depth === 0 && PAINTS.has(token)) {
      gap.paints = true;
    }
    if (token === 'BT') inText = true;
    if (token === 'ET') inText = false;
    operands = end;
  }
  if (depth > 0) pieces.push(drawing.slice(gap.start));
  else close(drawing.length);
  return pieces.join('');
}
