import type { NewFile } from '../commands/scaffold/new-files.ts';
import { parse } from '../content/parse/parse.ts';
import { validateExchange, validateTalk } from '../content/validate/validate-summary.ts';
import { type Finding, sortFindings } from '../findings/finding.ts';

/** What check will name in a summary that was just made. */
export function leftToWrite(kind: 'talk' | 'question', { path, text }: NewFile): readonly Finding[] {
  const { value: file, findings } = parse({ path, text });
  const ofSummary = file ? (kind === 'talk' ? validateTalk(file) : validateExchange(file)).findings : [];
  return sortFindings([...findings, ...ofSummary]);
}
