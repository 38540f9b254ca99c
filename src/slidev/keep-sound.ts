import { buildErrorMessage, type FullReloadPayload, type HotPayload, type ViteDevServer } from 'vite';

/** Keeps what pages show while a file of the theme has an error. */
export interface SoundPages {
  /** A page was given an answer. @param path below the deck's base */
  answered(path: string, status: number): void;
  /** Lets pages load anew, as soon as what they would load is sound. */
  reload(payload: FullReloadPayload, send: (payload: HotPayload) => void): void;
}

/** So long after a change it is tried whether all is mended: Vite forgets the old state of a file a little later. */
const LATER_MS = 100;

/**
 * Vite lets pages load anew for a file that they cannot take in place, and sees nobody to tell when a file is mended that
 * no page could ever load.
 *
 * @param themeRoot absolute
 */
export function keepSound(server: ViteDevServer, themeRoot: string): SoundPages {
  const theme = themeRoot.replaceAll('\\', '/').replace(/^\/?/, '/@fs/');
  /** Addresses without version. */
  const broken = new Set<string>();
  let held: (() => void) | null = null;
  let later: NodeJS.Timeout | undefined;
  /** Null where it is sound. */
  const errorOf = async (path: string): Promise<Error | null> => {
    try {
      await server.transformRequest(path);
      return null;
    } catch (cause) {
      return cause instanceof Error ? cause : new Error(String(cause));
    }
  };
  const tryAgain = async () => {
    if (broken.size === 0) return;
    const all = [...broken];
    const errors = await Promise.all(all.map(errorOf));
    for (const [index, path] of all.entries()) if (!errors[index]) broken.delete(path);
    if (broken.size > 0) return;
    if (held) held();
    else server.ws.send('talkdeck:mended');
    held = null;
  };
  const onChange = () => {
    clearTimeout(later);
    later = setTimeout(() => void tryAgain(), LATER_MS);
  };
  server.watcher.on('change', onChange).on('add', onChange);
  return {
    answered(path, status) {
      const [address = ''] = path.split('?');
      if (status >= 400 && address.startsWith(theme)) broken.add(address);
    },
    reload(payload, send) {
      const path = payload.triggeredBy?.replaceAll('\\', '/').replace(/^\/?/, '/@fs/');
      if (!path?.startsWith(theme)) return send(payload);
      void errorOf(path).then((error) => {
        if (!error) return send(payload);
        // No page asks for it: nobody else says so.
        server.config.logger.error(buildErrorMessage(error, [error.message]), { error });
        broken.add(path);
        held = () => send(payload);
      });
    },
  };
}
