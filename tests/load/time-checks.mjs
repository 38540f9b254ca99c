/**
 * Does what `check` does for the meetup of each message, and answers with the CPU time in milliseconds, which other
 * load on the machine does not affect. A separate process, in order to measure the compiled code instead of what the
 * test runner makes of the sources.
 */
import pc from 'picocolors';
import { adviceFor } from '../../dist/advice/advise.js';
import { openProject } from '../../dist/base/project.js';
import { compile } from '../../dist/build/compile.js';
import { readContentLines } from '../../dist/content/read/content-folder.js';
import { wordFindings } from '../../dist/findings/report/json.js';
import { reportText } from '../../dist/findings/report/report-text.js';

process.on('message', (root) => {
  const before = process.cpuUsage();
  try {
    const { findings, meetup, assets } = compile(openProject(root));
    const found = [...findings, ...adviceFor({ meetup, assets }, findings)];
    const { length } = reportText(wordFindings(found), readContentLines(root), pc);
    const { user, system } = process.cpuUsage(before);
    process.send({ ms: (user + system) / 1000, length, megabytes: process.resourceUsage().maxRSS / 1024 });
  } catch (cause) {
    process.send({ error: String(cause) });
  }
});
