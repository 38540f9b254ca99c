import { encode } from 'uqr';

/** Width of the quiet zone around a code, in modules (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/**
 * A QR code as an SVG with a single path, on white, which scanners need in a dark deck too. It is safe, because it
 * consists only of numbers.
 * @param text short ones get more error correction in the same number of modules
 */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 0 });
  const whole = size + 2 * QUIET;
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      let end = x + 1;
      while (row[end]) end += 1;
      path += `M${x + QUIET} ${y + QUIET}h${end - x}v1h-${end - x}z`;
      x = end;
    }
  });
  return `<svg viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges" aria-hidden="true"><path fill="#fff" d="M0 0h${whole}v${whole}h-${whole}z"/><path fill="#000" d="${path}"/></svg>`;
}
