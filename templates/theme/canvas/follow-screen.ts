import { type Ref, ref } from 'vue';

/** Of the canvas, in CSS pixels, on a phone held upright: a little more than most phones have. */
const TALL_WIDTH = 420;

interface CanvasConfig {
  canvasWidth: number;
  aspectRatio: number;
}

/**
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
  };
  const { canvasWidth, aspectRatio } = configs;
  Object.defineProperties(configs, {
    canvasWidth: { get: () => (screenRatio.value === null ? canvasWidth : TALL_WIDTH), configurable: true },
    aspectRatio: { get: () => screenRatio.value ?? aspectRatio, configurable: true },
  });
  addEventListener('resize', look);
  look();
}
