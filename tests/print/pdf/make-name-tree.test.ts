import { PDFContext, PDFNumber } from 'pdf-lib';
import { expect, test } from 'vitest';
import { makeNameTree, textOf, treeEntries } from '../../../src/print/pdf/objects.ts';

test('names are in the order of their bytes, in which readers look for them', () => {
  const context = PDFContext.create();
  const names = ['b', 'a-2', 'a-10', '\u95ee\u7b54/slide-1', 'Z', 'a (1)\\'];
  const tree = makeNameTree(context, new Map(names.map((name, at) => [name, PDFNumber.of(at)])));
  const read = treeEntries(context, tree, 'Names').map(([name, value]) => [textOf(name), String(value)]);
  expect(read).toEqual([
    ['Z', '4'],
    ['a (1)\\', '5'],
    ['a-10', '2'],
    ['a-2', '1'],
    ['b', '0'],
    ['\u95ee\u7b54/slide-1', '3'],
  ]);
});
