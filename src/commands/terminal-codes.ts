import stringWidth from 'string-width';
import { renderUnicodeCompact } from 'uqr';
import { colorsFor, type Terminal } from '../base/terminal.ts';

/** Space between the columns of codes. */
const GAP = '    ';
/** Quiet zone, in modules: terminals have a dark margin as well. */
const QUIET = 2;

/** QR codes for a terminal, side by side if it is wide enough, each below its caption. */
export function terminalCodes(
  codes: readonly { readonly caption: string; readonly text: string }[],
  terminal: Terminal,
): string {
  const colors = colorsFor(terminal.stdout, terminal);
  const blocks = codes.map(({ caption, text }) => {
    const rows = renderUnicodeCompact(text, { ecc: 'L', border: QUIET }).split('\n');
    // Draws light modules: scanners need dark ones on a light background, whatever the terminal's colours.
    return {
      caption,
      rows: rows.map((row) => colors.bgBlack(colors.whiteBright(row))),
      width: rows[0]?.length ?? 0,
    };
  });
  const width = blocks.reduce((sum, block) => sum + block.width + GAP.length, -GAP.length);
  if (width > (terminal.stdout.columns ?? 80))
    return blocks.map(({ caption, rows }) => [caption, ...rows, ''].join('\n')).join('\n');
  const height = Math.max(...blocks.map(({ rows }) => rows.length));
  const captions = blocks
    .map(({ caption, width: own }) => caption + ' '.repeat(Math.max(0, own - stringWidth(caption))))
    .join(GAP);
  const lines = Array.from({ length: height }, (_, index) =>
    blocks.map(({ rows, width: own }) => rows[index] ?? ' '.repeat(own)).join(GAP),
  );
  return `${[captions.trimEnd(), ...lines].join('\n')}\n`;
}
