import { themeSignature } from '../base/changed.ts';
import { environmentOf } from './environment.ts';

/**
 * As environmentOf, and whether the theme was touched: where two of them are the same, nothing was edited in between,
 * nor edited and undone.
 */
export function signEnvironment(themeFolder: string, browserPath: string | undefined): string {
  return `${themeSignature([themeFolder])} ${environmentOf(themeFolder, browserPath)}`;
}
