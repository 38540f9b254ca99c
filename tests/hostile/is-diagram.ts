import { createMarkdown } from '../../src/content/parse/grammar.ts';
import type { Vector } from './vector.ts';

const markdown = createMarkdown();

/** Whether a text, typed as is, is a diagram: those are drawn, and tested in diagrams.test.ts. */
export const isDiagram = ({ text }: Vector): boolean =>
  markdown.parse(text, {}).some(({ type, info }) => type === 'fence' && /^\s*mermaid\b/i.test(info));
