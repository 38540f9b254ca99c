/** What a built page loads: addresses as it has them. */
export interface BuiltPage {
  readonly main: string;
  /** Scripts that the main one will need, in order. */
  readonly scripts: readonly string[];
  /** Style sheets, in the order in which they apply. */
  readonly styles: readonly string[];
}

/** @throws Error where the page is not as this version of Slidev writes it */
export function readBuiltPage(html: string): BuiltPage {
  const main = /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1];
  if (main === undefined) throw new Error('this version of Slidev starts its client in another way');
  const linked = (rel: string) =>
    [...html.matchAll(new RegExp(`<link rel="${rel}"[^>]* href="([^"]+)"`, 'g'))].map(
      ([, href = '']) => href,
    );
  return { main, scripts: linked('modulepreload'), styles: linked('stylesheet') };
}
