import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHighlighter, type LanguageRegistration } from 'shiki';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';

/** The editors' grammar, read with the same library as there, on top of VS Code's own Markdown grammar. */
let highlighter: Awaited<ReturnType<typeof createHighlighter>>;
beforeAll(async () => {
  const path = join(ROOT, 'editors/vscode/syntaxes/summary.tmLanguage.json');
  const grammar = JSON.parse(readFileSync(path, 'utf8'));
  const own = { ...grammar, name: 'summary', injectTo: ['text.html.markdown'] } as LanguageRegistration;
  highlighter = await createHighlighter({ themes: ['light-plus'], langs: ['markdown', 'ts', own] });
});
afterAll(() => highlighter.dispose());

/** Tokens with our colours, and the names of their scopes. */
function ours(text: string): readonly (readonly [string, string])[] {
  const lines = highlighter.codeToTokensBase(text, {
    lang: 'markdown',
    theme: 'light-plus',
    includeExplanation: 'scopeName',
    // On a busy machine half a second may pass before the first line is read.
    tokenizeTimeLimit: 0,
  });
  return lines.flat().flatMap(({ explanation = [] }) =>
    explanation.flatMap(({ content, scopes }) => {
      const scope = scopes.at(-1)?.scopeName ?? '';
      return /^(?:constant|storage|entity).*\.talkdeck$/.test(scope) ? [[content, scope] as const] : [];
    }),
  );
}

test('citations have a colour', () => {
  expect(ours('- It keeps 3 copies. [L2]')).toEqual([['L2', 'constant.numeric.citation.talkdeck']]);
  expect(ours('三份副本 [L73-79、L85，L9\u201312]').map(([text]) => text)).toEqual([
    'L73-79、L85，L9\u201312',
  ]);
  expect(ours('> It was never down. [L4]').map(([text]) => text)).toEqual(['L4']);
  expect(ours('[Lines](a.md) and [L] and [x2]')).toEqual([]);
});

test('kinds of slides and targets of links have one, behind headings', () => {
  expect(ours('## Growth {.bars .log #growth}')).toEqual([
    ['.bars', 'storage.type.kind.talkdeck'],
    ['.log', 'storage.type.kind.talkdeck'],
    ['#growth', 'entity.name.label.talkdeck'],
  ]);
  expect(ours('A {.bars} in a line')).toEqual([]);
});

test('code keeps its own', () => {
  expect(ours('`[L2]` is code\n\n```ts\nconst a = b[L2];\n```\n\n    [L2]\n')).toEqual([]);
});
