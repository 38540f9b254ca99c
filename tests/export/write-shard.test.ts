import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeShard } from '../../src/export/shards.ts';

test('where a deck failed, the shard of an earlier export goes', () => {
  const out = mkdtempSync(join(tmpdir(), 'talkdeck-shard-'));
  try {
    const shard = { index: 1, of: 2 };
    const made = { content: 'c', theme: 't', options: '--pdf' };
    expect(writeShard(out, shard, made, [])).toBe('shard-1-of-2.zip');
    expect(existsSync(join(out, 'shard-1-of-2.zip'))).toBe(true);
    expect(writeShard(out, shard, made, null)).toBeNull();
    expect(existsSync(join(out, 'shard-1-of-2.zip'))).toBe(false);
  } finally {
    rmSync(out, { recursive: true });
  }
});
