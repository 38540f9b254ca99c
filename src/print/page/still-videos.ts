/** A video without a picture to show. */
export interface Unseen {
  /** 0-based in the bundle. */
  readonly slide: number;
  /** Name of its file. */
  readonly name: string;
}

/**
 * Replaces videos with pictures, since nothing plays on paper: the poster, else the first frame, as the browser draws
 * it. The line below each, `.on-paper`, links to the file. Runs in the browser, once, when everything is loaded.
 */
export async function stillVideos(): Promise<Unseen[]> {
  const { document } = globalThis as unknown as VideoGlobals;
  const unseen: Unseen[] = [];
  for (const video of document.querySelectorAll('.print-slide-container video')) {
    const still = document.createElement('img');
    // Vite appends eight characters to the name.
    const name = (video.currentSrc || video.src)
      .replace(/[?#].*$/, '')
      .replace(/^.*\//s, '')
      .replace(/-[\w-]{8}(\.\w+)$/, '$1');
    const frame = video.poster === '' ? draw(video) : video.poster;
    const slide = Number(video.closest('.print-slide-container')?.getAttribute('data-slide'));
    if (frame === null) unseen.push({ slide, name });
    still.alt = video.getAttribute('aria-label') ?? '';
    still.setAttribute('style', video.getAttribute('style') ?? '');
    still.setAttribute('data-still-of', name);
    if (frame !== null) {
      still.src = frame;
      await still.decode().catch(() => {});
    }
    video.replaceWith(still);
  }
  for (const link of document.querySelectorAll('.print-slide-container .on-paper a')) {
    const path = link.getAttribute('href')?.replace(/^\.\//, '') ?? '';
    link.setAttribute('href', `talkdeck-file:${path}`);
  }
  return unseen;

  function draw(video: PageVideo): string | null {
    if (video.readyState < 2 || video.videoWidth === 0) return null;
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext('2d').drawImage(video, 0, 0);
    return canvas.toDataURL('image/png');
  }
}

interface PageVideo {
  readonly currentSrc: string;
  readonly src: string;
  readonly poster: string;
  readonly readyState: number;
  readonly videoWidth: number;
  readonly videoHeight: number;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  closest(selector: string): { getAttribute(name: string): string | null } | null;
  replaceWith(other: Still): void;
}

interface Still {
  src: string;
  alt: string;
  setAttribute(name: string, value: string): void;
  decode(): Promise<void>;
}

interface FrameCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): { drawImage(video: PageVideo, x: number, y: number): void };
  toDataURL(type: string): string;
}

interface VideoGlobals {
  readonly document: {
    querySelectorAll(selector: string): Iterable<PageVideo>;
    createElement(tag: 'img'): Still;
    createElement(tag: 'canvas'): FrameCanvas;
  };
}
