import pc from 'picocolors';
import { expect, it } from 'vitest';
import { terminalMarkdown } from '../../../src/findings/pages/explain-page.ts';

const plain = (source: string, width = 80) => terminalMarkdown(source, pc.createColors(false), width);

it('paragraphs are as wide as they may be, Chinese characters two columns each', () => {
  expect(plain('one two\nthree four', 13)).toBe('one two three\nfour');
  expect(plain('\u4E00\u4E8C \u4E09\u56DB \u4E94\u516D', 9)).toBe('\u4E00\u4E8C \u4E09\u56DB\n\u4E94\u516D');
  expect(plain('averyverylongword and more', 8)).toBe('averyverylongword\nand more');
});

it('lists have their bullets, and continued lines are aligned with the text', () => {
  expect(plain('Above:\n\n- one two three\n- four\n\nBelow', 9)).toBe(
    'Above:\n\n- one two\n  three\n- four\n\nBelow',
  );
});

it('code keeps its lines, and the marked ones have a sign', () => {
  expect(plain('`a.md`\n\n```yaml {2,3}\na: 1\n\n  b: 2\nc: 3\n```\n\nBelow', 5)).toBe(
    'a.md\n  | a: 1\n> |\n> |   b: 2\n  | c: 3\n\nBelow',
  );
});

it('headings, emphasis and code have colours, word by word', () => {
  const { bold, cyan, italic, green } = pc.createColors(true);
  expect(terminalMarkdown('# A *b*\n\nc **d e** *f* `g h` [i](#j)', pc.createColors(true), 80)).toBe(
    `${bold(cyan(`A ${italic('b')}`))}\n\nc ${bold('d')} ${bold('e')} ${italic('f')} ${green('g')} ${green('h')} i`,
  );
});
