import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { signatureOf } from './signature.ts';

/**
 * Tells whether a theme was touched: where two of them are the same, nothing was edited in between, nor edited and
 * undone. Without the packages, among which tools keep what they like.
 * @param folders absolute
 */
export function themeSignature(folders: readonly string[]): string {
  return signatureOf(folders.flatMap(filesOf));
}

function filesOf(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name !== 'node_modules');
    return names.sort().map((name) => join(folder, name));
  } catch {
    return []; // Whoever bundles says what is wrong with it.
  }
}
