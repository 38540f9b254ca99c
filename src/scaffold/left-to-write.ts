import { parse } from '../content/parse.ts';
import { validateExchange, validateTalk } from '../content/validate-summary.ts';
import { type Finding, sortFindings } from '../findings/finding.ts';
import type { NewFile } from './write-new-files.ts';

/** What check will name in a summary that was just made. */
export function leftToWrite(kind: 'talk' | 'question', { path, text }: NewFile): readonly Finding[] {
  const { value: file, findings } = parse({ path, text });
  const ofSummary = file ? (kind === 'talk' ? validateTalk(file) : validateExchange(file)).findings : [];
  return sortFindings([...findings, ...ofSummary]);
}
