/** Time limit for a slide to show, in milliseconds. */
const LONGEST_MS = 20_000;
const LOOK_MS = 20;

/**
 * Shows every slide of the evening in turn on this page.
 * @param slides their number
 * @returns numbers of those that did not show, or had a fault
 */
export async function walk(slides: number): Promise<readonly number[]> {
  const stage = globalThis.__talkdeck;
  if (!stage?.nav) throw new Error('Slidev has not started');
  const lost: number[] = [];
  for (let no = 1; no <= slides; no += 1) {
    await stage.nav.go(no);
    if (!(await stands(no, stage)) || document.querySelector('[data-talkdeck-error]')) lost.push(no);
  }
  return lost;
}

async function stands(
  no: number,
  { mounted, errors }: { readonly mounted: ReadonlySet<number>; readonly errors: readonly unknown[] },
): Promise<boolean> {
  const [before, end] = [errors.length, performance.now() + LONGEST_MS];
  while (!mounted.has(no)) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return errors.length === before;
}
