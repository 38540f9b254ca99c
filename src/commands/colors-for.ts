import type { WriteStream } from 'node:tty';
import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';

/** One of the standard streams may be a file while the other is a terminal. */
export function colorsFor({ isTTY }: WriteStream): Colors {
  return pc.createColors(pc.isColorSupported && (isTTY || process.env.FORCE_COLOR !== undefined));
}
