import { type Ref, ref } from 'vue';

/** Width of the canvas on a phone held upright, in CSS pixels: a little more than most phones have. */
const TALL_WIDTH = 420;

/** In pixels of the canvas: this much of each edge may be off the screen, because nothing is there. */
const SPARE = 4;

/** In pixels of the screen: this much of each edge always is, because half a pixel would have half its colour. */
const BEYOND = 1;

interface CanvasConfig {
  canvasWidth: number;
  aspectRatio: number;
}

/**
 * Fills a screen with the canvas's shape but for a few pixels (1280 x 720, 1366 x 768, with a browser's zoom): 980 x
 * 552 is not quite 16 to 9, and Slidev would leave a hairline beside it.
 *
 * On a phone held upright, gives the canvas the shape of the screen; styles/tall.css then stacks the slides' parts.
 * Slidev computes sizes from `configs` lazily, so a getter that reads a ref makes them reactive.
 */
export function followScreen(configs: CanvasConfig): void {
  const phone = matchMedia('screen and (max-width: 600px) and (orientation: portrait)');
  const screenRatio: Ref<number | null> = ref(null);
  const look = () => {
    const printed = /\/(?:print|export)\b/.test(location.href);
    screenRatio.value = phone.matches && !printed ? innerWidth / innerHeight : null;
    document.documentElement.classList.toggle('tall', screenRatio.value !== null);
    document.documentElement.style.setProperty('--slide-fill', `${printed || phone.matches ? 1 : fill()}`);
  };
  const { canvasWidth, aspectRatio } = configs;
  const fill = () => {
    const height = Math.ceil(canvasWidth / aspectRatio);
    const [across, down] = [innerWidth / canvasWidth, innerHeight / height];
    const scale = Math.min(across, down);
    const factor = Math.max(across, down) / scale;
    const cut = (across > down ? height : canvasWidth) * (1 - 1 / factor);
    const over = [
      (innerWidth + 2 * BEYOND) / (canvasWidth * scale),
      (innerHeight + 2 * BEYOND) / (height * scale),
    ];
    return cut <= 2 * SPARE ? Math.max(...over) : Math.min(...over);
  };
  Object.defineProperties(configs, {
    canvasWidth: { get: () => (screenRatio.value === null ? canvasWidth : TALL_WIDTH), configurable: true },
    aspectRatio: { get: () => screenRatio.value ?? aspectRatio, configurable: true },
  });
  addEventListener('resize', look);
  look();
}
