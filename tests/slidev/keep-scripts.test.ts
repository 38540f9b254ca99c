import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { keepScripts } from '../../src/slidev/options.ts';

test('the folder for temporary files is another one while it works, whatever comes of it', async () => {
  const before = tmpdir();
  expect(await keepScripts('/kept', async () => tmpdir())).toBe('/kept');
  expect(tmpdir()).toBe(before);
  const failing = keepScripts('/kept', () => Promise.reject(new Error('of the theme')));
  await expect(failing).rejects.toThrow('of the theme');
  expect(tmpdir()).toBe(before);
});
