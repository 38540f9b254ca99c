import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Syntax errors that qpdf finds in a PDF; null if qpdf is not installed. */
export function qpdfCheck(bytes: Uint8Array): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'talkdeck-qpdf-'));
  try {
    const file = join(folder, 'checked.pdf');
    writeFileSync(file, bytes);
    const { error, status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    if (error) return null;
    return status === 0 ? '' : `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
