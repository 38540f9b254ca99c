/** Pauses videos on slides that are left: they stay on the page, out of sight. */
export function pauseVideos(): void {
  const unseen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) continue;
      unseen.unobserve(target);
      (target as HTMLVideoElement).pause();
    }
  });
  // It doesn't bubble.
  document.addEventListener('play', ({ target }) => unseen.observe(target as HTMLVideoElement), true);
}
