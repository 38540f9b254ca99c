import { clean } from './clean.ts';

/** Text of several lines for a terminal: what other programs say may quote a summary. */
export function cleanLines(text: string): string {
  return text.split(/\r?\n/).map(clean).join('\n');
}
