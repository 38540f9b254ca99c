import type { Colors } from 'picocolors/types.js';
import { type FindingPage, TOPICS } from './finding-page.ts';

/** All codes for people on a terminal, a line each, by what they are about. */
export function listFindings(pages: readonly FindingPage[], colors: Colors): string {
  const width = Math.max(...pages.map(({ code }) => code.length));
  const topics = TOPICS.flatMap((topic) => {
    const own = pages.filter(({ about }) => about === topic);
    const lines = own.map(({ code, title }) => `  ${colors.green(code.padEnd(width))}  ${title}`);
    return own.length === 0 ? [] : [[colors.bold(colors.cyan(topic)), ...lines].join('\n')];
  });
  return [...topics, colors.dim('talkdeck explain CODE says more.')].join('\n\n');
}
