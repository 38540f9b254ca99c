import { CliError } from '../base/errors.ts';

/**
 * The path of a new summary behind those that are there: the next number, as wide as theirs. Where none of them
 * has a number, the new one has none either.
 * @param names of the files in its folder
 * @param isFree whether a slug may be used; a number is put behind one that may not
 */
export function numberedPath(
  folder: string,
  names: readonly string[],
  slug: string,
  isFree: (slug: string) => boolean,
): string {
  const prefixes = names.flatMap((name) => /^_?(\d+)[-_. ]/.exec(name)?.[1] ?? []);
  const next = Math.max(0, ...prefixes.map(Number)) + 1;
  const width = prefixes.length === 0 ? DEFAULT_WIDTH : Math.max(...prefixes.map(({ length }) => length));
  const prefix = prefixes.length === 0 && names.length > 0 ? '' : `${String(next).padStart(width, '0')}-`;
  return `${folder}/${prefix}${firstFree(slug, isFree)}.md`;
}

const DEFAULT_WIDTH = 2;
const MOST_NAMESAKES = 1_000;

function firstFree(slug: string, isFree: (slug: string) => boolean): string {
  for (let count = 1; count <= MOST_NAMESAKES; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (isFree(candidate)) return candidate;
  }
  throw new CliError(`"${slug}" is taken ${MOST_NAMESAKES} times.`, 'Tell them apart by their names.');
}
