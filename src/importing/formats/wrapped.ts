/** `HARBOUR DATA 12      3`: a running head with its page number; or a page number alone. */
const PAGE_NUMBER =
  /^(?:(\S.{2,80}?)\s{2,}\d{1,4}|\d{1,4}\s{2,}(\S.{2,80}?)|(?:Page|第)?\s*\d{1,4}\s*(?:页|of \d{1,4}|\/\s*\d{1,4})?)$/i;

/** Whether lines were broken by pages: running heads recur with different numbers. */
export function isWrapped(lines: readonly string[]): boolean {
  return runningHeads(lines).size > 0;
}

function runningHeads(lines: readonly string[]): ReadonlySet<string> {
  const pages = new Map<string, Set<string>>();
  for (const line of lines) {
    const text = line.replaceAll('\f', '').trim();
    const head = headOf(text);
    if (head !== null) pages.set(head, (pages.get(head) ?? new Set()).add(text));
  }
  return new Set([...pages].filter(([, numbers]) => numbers.size >= 2).map(([head]) => head));
}

function headOf(line: string): string | null {
  if (line.length > 120) return null;
  const [, before, behind] = PAGE_NUMBER.exec(line) ?? [];
  return before ?? behind ?? null;
}

/** Restores lines broken by pages: removes running heads, and joins a line that ends no sentence with the next. */
export function unwrap(lines: readonly string[]): readonly string[] {
  const heads = runningHeads(lines);
  const whole: string[] = [];
  let isOpen = false;
  for (const raw of lines) {
    const line = raw.replaceAll('\f', '').trim();
    const head = headOf(line);
    if ((head !== null && heads.has(head)) || /^(?:Page\s+)?\d{1,4}$/i.test(line)) continue;
    const last = whole.at(-1);
    if (isOpen && last !== undefined && line !== '' && !beginsTurn(line))
      whole[whole.length - 1] = join(last, line);
    else whole.push(line);
    isOpen = line !== '' && !/[.!?。！？:：…]["'”’)）]*$/.test(line);
  }
  return whole;
}

/** A name before a colon, or a heading. */
function beginsTurn(line: string): boolean {
  return /^(?:#{1,6}\s|\p{Lu}[^:：.!?。！？]{0,40}[:：](?:\s|$))/u.test(line);
}

/** `sin-` and `gle` are one word if the next line goes on in lower case. */
function join(before: string, behind: string): string {
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(behind)) return `${before.slice(0, -1)}${behind}`;
  const isChinese = /\p{Script=Han}$|[，。、；：]$/u.test(before) && /^\p{Script=Han}/u.test(behind);
  return `${before}${isChinese ? '' : ' '}${behind}`;
}
