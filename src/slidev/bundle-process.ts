import { join } from 'node:path';
import type { BundleJob, BundleReply } from './bundle-job.ts';

/** Entry of the bundling process (see bundle-decks.ts): one job comes in, one reply goes out. */
process.once('message', async (job: BundleJob) => {
  // Slidev looks at argv[1] to find out how it was installed, and behaves otherwise when it sees node_modules.
  process.argv[1] = join(job.root, 'bundle.js');
  const { bundleSlides } = await import('./bundle-slides.ts');
  let reply: BundleReply;
  try {
    reply = { ok: true, bundle: await bundleSlides(job) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Vite's messages carry the stack of the plugin that failed.
    reply = { ok: false, message: message.replaceAll(/\n\s+at .*/g, '') };
  }
  process.send?.(reply, () => process.exit(0));
});

// The parent is gone: nobody waits for the result.
process.once('disconnect', () => process.exit(1));
