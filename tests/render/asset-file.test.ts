import { expect, it } from 'vitest';
import { assetFile } from '../../src/render/look-css.ts';

it.each([
  ['assets/logo.svg', 'assets/logo.svg'],
  ['talks/a_b-c.png', 'talks/a_b-c.png'],
])('%s keeps its name', (path, expected) => {
  expect(assetFile(path)).toBe(expected);
});

it.each(['assets/标志.PNG', 'assets/my logo.png', 'assets/a--b.png', 'assets/a(1).png', '../a.png'])(
  '%s gets a name that is safe everywhere',
  (path) => {
    expect(assetFile(path)).toMatch(/^assets\/[\da-f]{12}\.png$/);
  },
);

it('two paths have two names', () => {
  expect(assetFile('assets/一.png')).not.toBe(assetFile('assets/二.png'));
});
