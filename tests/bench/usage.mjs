// Preloaded into a measured program: writes its peak memory, in kilobytes, to the file named by USAGE_FILE.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.USAGE_FILE, String(process.resourceUsage().maxRSS)));
