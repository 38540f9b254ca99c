/** Pauses videos on slides that are no longer shown: they stay on the page, hidden. */
export function pauseVideos(): void {
  const unseen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) continue;
      unseen.unobserve(target);
      (target as HTMLVideoElement).pause();
    }
  });
  // The event does not bubble.
  document.addEventListener('play', ({ target }) => unseen.observe(target as HTMLVideoElement), true);
}
