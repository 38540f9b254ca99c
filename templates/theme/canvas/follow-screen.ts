import { type Ref, ref } from 'vue';

/** Of the canvas, in CSS pixels, on a phone held upright: a little more than most phones have. */
const TALL_WIDTH = 420;

/** Of the canvas, in its pixels: so much of each edge may lie beyond the screen's. Nothing stands there. */
const SPARE = 4;

/** So much of each edge always does, in pixels of the screen: at half of one an edge would be half its colour. */
const BEYOND = 1;

interface CanvasConfig {
  canvasWidth: number;
  aspectRatio: number;
}

/**
 * A screen that has the canvas's shape but for a few pixels (1280 x 720, 1366 x 768, with a browser's zoom) is filled:
 * 980 x 552 is not quite 16 to 9, and Slidev would leave a hairline beside it.
 *
 * On a phone held upright, gives the canvas the shape of the screen; styles/tall.css then stacks the slides'
 * parts. Slidev computes sizes of `configs` lazily, so a getter that reads a ref makes them follow.
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
