/**
 * Does what `check` does with the meetup of each message, and answers how long it took: milliseconds of the processor,
 * of which others that work on the machine take none. A process of its own, because the compiled code is to be
 * measured, and not what the test runner makes of the sources.
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
    const { findings, meetup } = compile(openProject(root));
    const found = [...findings, ...adviceFor(meetup, findings)];
    const { length } = reportText(wordFindings(found), readContentLines(root), pc);
    const { user, system } = process.cpuUsage(before);
    process.send({ ms: (user + system) / 1000, length, megabytes: process.resourceUsage().maxRSS / 1024 });
  } catch (cause) {
    process.send({ error: String(cause) });
  }
});
