import type { Colors } from 'picocolors/types.js';
import type { ListedClaim } from '../build/list-claims.ts';
import { cleanLines } from '../findings/report/clean.ts';
import { words } from './words/words.ts';

/** Statements with their lines, for people: by file, with those that need checking marked at the left. */
export function claimsForPeople(claims: readonly ListedClaim[], colors: Colors): string {
  const say = words().claims;
  const files = new Map<string, ListedClaim[]>();
  for (const claim of claims) files.set(claim.file, [...(files.get(claim.file) ?? []), claim]);
  return [...files]
    .map(([file, found]) => {
      const shown = found.map(({ line, text, citation, lines, verdict, missing }) =>
        [
          `${mark(verdict, colors)} ${colors.dim(`${line}:`)} ${oneLine(text)} ${colors.dim(citation)}`.trimEnd(),
          ...(missing.length > 0 ? [`     ${colors.yellow(say.missing(missing.map(oneLine)))}`] : []),
          ...(verdict === 'unchecked' ? [`     ${say.unchecked}`] : []),
          ...lines.map((each) => `     ${colors.dim(`L${each.line}`)} ${oneLine(each.text)}`),
        ].join('\n'),
      );
      return `${colors.bold(oneLine(file))}\n\n${shown.join('\n\n')}\n`;
    })
    .join('\n');
}

/**
 * The same for programs, in a stable format: `FILE:LINE <tab> VERDICT <tab> STATEMENT <tab> MISSING, MISSING`,
 * followed, for each cited line, by `<tab> L7 <tab> TEXT`.
 */
export function claimsForPrograms(claims: readonly ListedClaim[]): string {
  return claims
    .flatMap(({ file, line, text, lines, verdict, missing }) => [
      [`${file}:${line}`, verdict, text, missing.join(', ')].map(oneLine).join('\t'),
      ...lines.map((each) => `\tL${each.line}\t${oneLine(each.text)}`),
    ])
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function mark(verdict: ListedClaim['verdict'], colors: Colors): string {
  if (verdict === 'wrong') return colors.red('✗');
  if (verdict === 'weak') return colors.yellow('?');
  return verdict === 'held' ? colors.green('✓') : colors.dim('·');
}

/** Without line ends, tabs and terminal control characters. */
function oneLine(text: string): string {
  return cleanLines(text.replaceAll(/\s+/g, ' ')).trim();
}
