/** As `push`, of any number: the arguments of a call have to find room on the stack. */
export function addAll<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each);
}
