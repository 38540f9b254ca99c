import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';

/** Findings go to standard error, which may be a file while standard output is a terminal. */
export function stderrColors(): Colors {
  const { isTTY } = process.stderr;
  return pc.createColors(pc.isColorSupported && (isTTY || process.env.FORCE_COLOR !== undefined));
}
