/** Slidev `routeAlias` of a question's slide. @param number of the exchange, from 1 */
export function questionAlias(number: number): string {
  return `qa-${number}`;
}
