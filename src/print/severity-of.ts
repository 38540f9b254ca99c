import type { SlideFailure, SlideFailureKind } from './types.ts';

/**
 * An error keeps a deck from being printed. A picture with too few pixels does not: it shows all that there is,
 * and its owner may have no larger one.
 */
export function severityOf(kind: SlideFailureKind): SlideFailure['severity'] {
  return kind === 'upscaled' || kind === 'flattened' ? 'warning' : 'error';
}
