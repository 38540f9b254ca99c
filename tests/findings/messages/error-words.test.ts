import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { CliError, wording } from '../../../src/base/errors.ts';
import { errorInWords, inLanguage } from '../../../src/findings/finding.ts';
import { CHINESE } from '../../../src/findings/messages/zh/chinese.ts';
import { ERROR_WORDS } from '../../../src/findings/messages/zh/error-words.ts';

const SOURCES = fileURLToPath(new URL('../../../src', import.meta.url));

/** The templates in the sources; those with only values have nothing to translate. */
function templatesOf(folder: string): readonly string[] {
  const found = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const source = readFileSync(join(folder, file), 'utf8');
    if (!source.includes('wording`')) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'wording') {
        found.add(templateOf(node.template));
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  }
  return [...found].filter((template) => /\p{L}/u.test(template));
}

function templateOf(literal: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(literal)) return literal.text;
  return literal.templateSpans.reduce(
    (before, span, index) => `${before}{${index}}${span.literal.text}`,
    literal.head.text,
  );
}

// The types guarantee that a CliError consists of such templates.
describe('errors in Chinese', () => {
  it('has every template of the sources, and no other', () => {
    expect(Object.keys(ERROR_WORDS).sort()).toEqual([...templatesOf(SOURCES)].sort());
  });

  it.each(Object.entries(ERROR_WORDS))('%s', (english, chinese) => {
    expect(chinese).toMatch(/\p{Script=Han}|PDF|RTF/u);
    const values = (text: string) => text.match(/\{\d+\}/g)?.sort() ?? [];
    expect(values(chinese)).toEqual(values(english));
    expect(chinese, 'a space between Chinese and Latin letters').not.toMatch(
      /\p{Script=Han}[\dA-Za-z]|[\dA-Za-z]\p{Script=Han}/u,
    );
    expect(chinese, 'full-width punctuation').not.toMatch(/\p{Script=Han}[,.:;!?()]/u);
  });
});

it('an error in words has its values, also where they are worded themselves', () => {
  const error = new CliError(
    wording`Cannot read ${'{1} a.md'}: ${wording`it is ${wording`a pipe`}, and no file`}`,
    wording`There are: ${'a, b'}.`,
  );
  expect([error.message, error.hint]).toEqual([
    'Cannot read {1} a.md: it is a pipe, and no file',
    'There are: a, b.',
  ]);
  expect(inLanguage(CHINESE, () => errorInWords(error))).toEqual({
    message: '无法读取 {1} a.md：它是管道，不是文件',
    hint: '现有：a, b。',
  });
  expect(errorInWords(error)).toEqual({ message: error.message, hint: error.hint });
});
