/** Whether nothing but the page is to be seen: by its own wish, or by the browser's (F11, kiosk). */
export function isFullScreen(): boolean {
  return document.fullscreenElement !== null || matchMedia('(display-mode: fullscreen)').matches;
}
