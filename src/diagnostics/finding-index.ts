import { type FindingPage, TOPICS } from './finding-page.ts';

const HEAD = `# Findings

What \`talkdeck check\`, \`build\` and \`export\` may say about a summary, with an example of wrong and right for each. On a terminal, \`talkdeck explain CODE\` prints the same.

An *error* keeps decks from being made, a *warning* and a *note* do not; *advice* comes from \`check\` alone and can be turned off. The examples show the lines that matter; a small meetup stands behind them.
`;

/** docs/findings/README.md. */
export function findingIndex(pages: readonly FindingPage[]): string {
  const topics = TOPICS.flatMap((topic) => {
    const own = pages.filter(({ about }) => about === topic);
    const rows = own.map(({ code, severity, title }) => `| [${code}](${code}.md) | ${severity} | ${title} |`);
    return own.length === 0
      ? []
      : [`## ${heading(topic)}\n\n| Code | | |\n|---|---|---|\n${rows.join('\n')}\n`];
  });
  return [HEAD, ...topics].join('\n');
}

function heading(topic: string): string {
  return topic.charAt(0).toUpperCase() + topic.slice(1);
}
