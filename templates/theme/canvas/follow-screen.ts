import { type Ref, ref } from 'vue';

/** Of the canvas, in CSS pixels, on a phone held upright: a little more than most phones have. */
const TALL_WIDTH = 420;

/** Of the canvas, in its pixels: so much of each edge may lie beyond the screen's. Nothing stands there. */
const SPARE = 1.5;

interface CanvasConfig {
  canvasWidth: number;
  aspectRatio: number;
}

/**
 * A screen that has the canvas's shape but for a pixel or two (1280 x 720, 1366 x 768) is filled: 980 x 552 is not
 * quite 16 to 9, and Slidev would leave a hairline beside it.
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
    const factor = Math.max(across, down) / Math.min(across, down);
    const beyond = (across > down ? height : canvasWidth) * (1 - 1 / factor);
    return beyond <= 2 * SPARE ? factor : 1;
  };
  Object.defineProperties(configs, {
    canvasWidth: { get: () => (screenRatio.value === null ? canvasWidth : TALL_WIDTH), configurable: true },
    aspectRatio: { get: () => screenRatio.value ?? aspectRatio, configurable: true },
  });
  addEventListener('resize', look);
  look();
}
