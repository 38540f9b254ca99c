import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CliError } from '../../../src/base/errors.ts';
import { writeSources } from '../../../src/print/visit/bundle-folder.ts';
import { makeDeck, themeRoot } from '../make-deck.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-sources-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const decks = [makeDeck('ada', ['# One'])];
const bytes = Uint8Array.of(1);

test('where they cannot be written, the folder for temporary files is named', async () => {
  writeFileSync(join(folder, 'file'), '');
  const written = writeSources(join(folder, 'file', 'root'), { decks, assets: [], themeRoot });
  const failure = await written.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CliError);
  expect(failure).toMatchObject({
    message: expect.stringMatching(/^Cannot write to the folder for temporary files, .*: ENOTDIR/),
  });
});

test('an asset that would leave the folder is a fault of ours', async () => {
  const written = writeSources(join(folder, 'root'), {
    decks,
    assets: [{ path: '../a.svg', bytes }],
    themeRoot,
  });
  await expect(written).rejects.toThrow(RangeError);
});
