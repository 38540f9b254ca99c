import { join } from 'node:path';
import { optimiseLate } from '../../base/optimise-late.ts';
import type { BundleJob, BundleReply } from '../job.ts';
import { loadSlidev } from '../load/load-slidev.ts';

optimiseLate();

// Slidev inspects argv[1] to find out how it was installed, and behaves differently if it contains node_modules.
process.argv[1] = 'bundle.js';

/** Loads while the parent may still be preparing the job. */
const loading = Promise.all([import('./bundle-slides.ts'), import('../web/build-web.ts'), loadSlidev()]);
// Reported with the job; nobody listens before that.
loading.catch(() => {});

/** Entry of the bundling process (see start-bundler.ts): replies once to each job. */
process.on('message', async (job: BundleJob) => {
  process.chdir(job.root);
  process.argv[1] = join(job.root, 'bundle.js');
  // Temporary files left by any package are removed with the root.
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = job.root;
  let reply: BundleReply;
  try {
    const [{ bundleSlides }, { buildWeb }] = await loading;
    reply = { ok: true, bundle: await (job.purpose === 'web' ? buildWeb(job) : bundleSlides(job)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Vite's messages include the stack of the plugin that failed.
    reply = { ok: false, message: message.replaceAll(/\n\s+at .*/g, '') };
  }
  process.send?.(reply);
});

// The parent is gone, so nobody waits for the result.
process.once('disconnect', () => process.exit(1));
