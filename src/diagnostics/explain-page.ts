import type { Colors } from 'picocolors/types.js';
import type { FindingPage } from './finding-page.ts';
import { terminalMarkdown } from './terminal-markdown.ts';

/** The page about a finding for people. @param width of the terminal in columns */
export function explainPage(page: FindingPage, colors: Colors, width: number): string {
  const { code, severity, found, body } = page;
  const head = `${colors.bold(code)} ${colors.dim(`${severity}, found by talkdeck ${found}`)}`;
  return `${head}\n\n${terminalMarkdown(body, colors, width)}`;
}
