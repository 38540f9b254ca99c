import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CliError } from '../cli-error.ts';
import { CONTENT_FOLDER } from '../content/content-folder.ts';
import { listFolder } from '../content/list-folder.ts';
import type { Meetup } from '../content/meetup.ts';
import { readContent } from '../content/read.ts';
import { validate } from '../content/validate.ts';

export interface OpenMeetup {
  /** What is left of it where there are findings. */
  readonly meetup: Meetup;
  /** Of all files, drafts too. */
  readonly talkNames: readonly string[];
  readonly questionNames: readonly string[];
}

/**
 * The meetup that a new summary is for.
 * @throws CliError where there is none
 */
export function openMeetup(root: string): OpenMeetup {
  const content = join(resolve(root), CONTENT_FOLDER);
  if (!existsSync(join(content, 'event.md'))) {
    throw new CliError(
      `There is no ${CONTENT_FOLDER}/event.md in ${resolve(root)}, so it is no meetup's folder.`,
      'Run talkdeck where your content/ folder is, name that place with --root DIR, or begin with "talkdeck init".',
    );
  }
  return {
    // Its findings are what check is for.
    meetup: validate(readContent(root)).meetup,
    talkNames: summaryNames(join(content, 'talks')),
    questionNames: summaryNames(join(content, 'qa')),
  };
}

function summaryNames(folder: string): readonly string[] {
  return (listFolder(folder) ?? []).filter((name) => /\.md$/i.test(name));
}
