import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { signatureOf } from '../output/signature.ts';
import { environmentOf } from './environment.ts';

/**
 * As environmentOf, and whether the theme was touched: where two of them are the same, nothing was edited in between,
 * nor edited and undone.
 */
export function signEnvironment(themeFolder: string, browserPath: string | undefined): string {
  return `${signatureOf(filesOf(themeFolder))} ${environmentOf(themeFolder, browserPath)}`;
}

/** Without the packages, among which tools keep what they like. */
function filesOf(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name !== 'node_modules');
    return names.sort().map((name) => join(folder, name));
  } catch {
    return []; // Whoever bundles says what is wrong with it.
  }
}
