/** A server that starts anew is back before anybody needs to know. */
const PATIENCE_MS = 1200;

/** Shows an element while the server is away. */
export function awayBanner(banner: HTMLElement): (isAway: boolean) => void {
  let timer: number | null = null;
  const setAway = (isAway: boolean) => {
    // A browser tells again with each attempt that fails.
    if (isAway) timer ??= window.setTimeout(show, PATIENCE_MS);
    else {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      banner.hidden = true;
    }
  };
  const show = () => {
    banner.hidden = false;
  };
  setAway(true);
  return setAway;
}
