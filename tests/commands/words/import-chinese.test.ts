import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import {
  HOW_IN_CHINESE,
  IMPORT_REPORT_IN_CHINESE,
  REFUSED_IN_CHINESE,
} from '../../../src/commands/words/import-chinese.ts';

const IMPORTING = fileURLToPath(new URL('../../../src/importing', import.meta.url));

/** Options of the command, which are the same in every language. */
const OPTIONS = /^--[a-z]+$/;

/** Values of `how` in a source, and of `of` in the report; values in them are `{0}`, `{1}`. */
function saidIn(file: string): readonly string[] {
  const found: string[] = [];
  const names = file === 'report.ts' ? ['how', 'of'] : ['how'];
  const visit = (node: ts.Node): void => {
    const isValue = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
    if (isValue && node.initializer && names.includes(node.name.getText())) {
      found.push(...textsOf(node.initializer));
    }
    if (ts.isCallExpression(node) && /^(?:ifGuess|guessed)$/.test(node.expression.getText())) {
      found.push(...node.arguments.flatMap(textsOf));
    }
    ts.forEachChild(node, visit);
  };
  const text = readFileSync(join(IMPORTING, file), 'utf8');
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

const REASONED = ['drafting/model/verify', 'commands/scaffold/ask-model', 'commands/scaffold/model-drafter'];

/** Values of `reason` in a source. */
function reasonsIn(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isValue = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
    if (isValue && node.initializer && node.name.getText() === 'reason') {
      found.push(...textsOf(node.initializer));
    }
    if (ts.isCallExpression(node) && /^(?:dropped|weak)$/.test(node.expression.getText()))
      found.push(...node.arguments.flatMap(textsOf));
    if (ts.isCallExpression(node) && node.expression.getText() === 'unanswered.set')
      ts.forEachChild(node, (child) => ts.isBinaryExpression(child) && found.push(...textsOf(child.right)));
    ts.forEachChild(node, visit);
  };
  const path = join(IMPORTING, '..', `${file}.ts`);
  visit(ts.createSourceFile(file, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  return found.filter((text) => text !== '');
}

function textsOf(node: ts.Node): readonly string[] {
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return [];
  return [
    node.templateSpans.reduce(
      (before, span, index) => `${before}{${index}}${span.literal.text}`,
      node.head.text,
    ),
  ];
}

describe('how values were found, in Chinese', () => {
  it('has all that src/importing says, and nothing else', () => {
    const files = readdirSync(IMPORTING, { recursive: true, encoding: 'utf8' });
    const said = files.filter((file) => file.endsWith('.ts')).flatMap((file) => saidIn(file));
    const texts = new Set(said.filter((text) => !OPTIONS.test(text)));
    expect(Object.keys(HOW_IN_CHINESE).sort()).toEqual([...texts].sort());
  });

  it('has all reasons why a statement of a model is not shown, and nothing else', () => {
    const said = new Set(REASONED.flatMap(reasonsIn));
    expect(Object.keys(REFUSED_IN_CHINESE).sort()).toEqual([...said].sort());
  });

  it.each(Object.entries({ ...HOW_IN_CHINESE, ...REFUSED_IN_CHINESE }))('%s', (english, chinese) => {
    expect(chinese).toMatch(/\p{Script=Han}/u);
    const filled = (text: string) => text.replaceAll(/\{(\d)\}/g, 'A.$1');
    expect(IMPORT_REPORT_IN_CHINESE.phrase(filled(english))).toBe(filled(chinese));
  });

  it('counts lines of captions in Chinese, too', () => {
    expect(IMPORT_REPORT_IN_CHINESE.damage('L1', '`3 lines`', 'rolled')).toBe(
      'L1：3 行滚动字幕已略去，前面已经出现过',
    );
    expect(IMPORT_REPORT_IN_CHINESE.damage('L2', '`/p>`', 'markup')).toBe(
      'L2：`/p>` 是残留的标签，也许原来是问号',
    );
  });

  it('leaves options as they are', () => {
    expect(IMPORT_REPORT_IN_CHINESE.phrase('--host')).toBe('--host');
  });
});
