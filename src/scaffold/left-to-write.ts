import { parse } from '../content/parse.ts';
import { validateExchange, validateTalk } from '../content/validate-summary.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import type { NewFile } from './write-new-files.ts';

/** What check will name in a summary that was just made. */
export function leftToWrite(kind: 'talk' | 'question', { path, text }: NewFile): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const file = parse({ path, text }, diagnostics);
  if (file) (kind === 'talk' ? validateTalk : validateExchange)(file, diagnostics);
  return sortDiagnostics(diagnostics);
}
