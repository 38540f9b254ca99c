/** Addresses that a built page loads, as written in it. */
export interface BuiltPage {
  readonly main: string;
  /** Scripts that the main one will need, in order. */
  readonly scripts: readonly string[];
  /** Style sheets, in the order in which they apply. */
  readonly styles: readonly string[];
}

/** @throws Error if the page differs from what this version of Slidev writes */
export function readBuiltPage(html: string): BuiltPage {
  const main = /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1];
  if (main === undefined) throw new Error('this version of Slidev starts its client in another way');
  const linked = (rel: string) =>
    [...html.matchAll(new RegExp(`<link rel="${rel}"[^>]* href="([^"]+)"`, 'g'))].map(
      ([, href = '']) => href,
    );
  return { main, scripts: linked('modulepreload'), styles: linked('stylesheet') };
}
