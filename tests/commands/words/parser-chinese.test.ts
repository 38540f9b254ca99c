import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { PARSER_IN_CHINESE, parserInChinese } from '../../../src/commands/words/parser-chinese.ts';

/** The texts of a source that `wanted` matches, with `{0}` for values. */
function textsIn(path: URL, wanted: (text: string, node: ts.Node) => boolean): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const text = ts.isTemplateExpression(node)
        ? node.templateSpans.reduce(
            (before, { literal }, index) => `${before}{${index}}${literal.text}`,
            node.head.text,
          )
        : node.text;
      if (wanted(text, node)) found.push(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile('a.ts', readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS),
  );
  return found;
}

const root = new URL('../../../', import.meta.url);
const isOfInvalid = (_: string, { parent }: ts.Node) =>
  ts.isNewExpression(parent) && parent.expression.getText() === 'InvalidArgumentError';

/** Errors about one value end with its parser's message; too many arguments are one sentence with parts of its own. */
const OF_COMMANDER = textsIn(new URL('node_modules/commander/lib/command.js', root), (text) =>
  text.startsWith('error: '),
)
  .map((text) => (/is invalid\b.*\.$/.test(text) ? `${text} {${text.match(/\{\d\}/g)?.length}}` : text))
  .flatMap((text) =>
    text.startsWith('error: too many arguments')
      ? ['argument', 'arguments'].map(
          (noun) => `error: too many arguments for '{0}'. Expected {1} ${noun} but got {2}.`,
        )
      : text,
  );
const SAID = [
  ...OF_COMMANDER,
  ...textsIn(new URL('node_modules/commander/lib/suggestSimilar.js', root), (text) => text.startsWith('\n(')),
  ...textsIn(new URL('node_modules/commander/lib/option.js', root), isOfInvalid),
  ...['src/main.ts', 'src/commands/flags.ts', 'src/commands/import-flags.ts'].flatMap((path) =>
    textsIn(new URL(path, root), isOfInvalid),
  ),
];
const IN_HELP = ['{0} (choices: {1})', '{0} (default: {1})', '{0} (choices: {1}, default: {2})'];

describe('what the parser of the command line says, in Chinese', () => {
  it('has all that commander and our options say, and nothing else', () => {
    expect(Object.keys(PARSER_IN_CHINESE).sort()).toEqual([...new Set([...SAID, ...IN_HELP])].sort());
  });

  it.each(Object.entries(PARSER_IN_CHINESE))('%s', (english, chinese) => {
    expect(chinese).toMatch(/\p{Script=Han}|\(/u);
    const filled = (text: string) => text.replace(/(?<=['”])\{1\}$/, '\nA').replaceAll(/\{\d\}/g, 'A');
    expect(parserInChinese(filled(english))).toBe(filled(chinese));
  });

  it('has values with quotes and lines in them', () => {
    expect(parserInChinese("error: unknown option '--it's'\n(Did you mean --a?)")).toBe(
      "错误：没有选项“--it's”\n（是不是想写 --a？）",
    );
    expect(parserInChinese("error: option '--port <number>' argument 'a' b' is invalid. It is 2 or 3.")).toBe(
      "错误：选项“--port <number>”不能用“a' b”。只能是 2 或 3。",
    );
    expect(parserInChinese('something else')).toBe('something else');
  });
});
