import { basename, dirname, resolve } from 'node:path';
import { CliError, wording } from '../../base/errors.ts';
import { writeFiles } from '../../base/files.ts';
import { FILE_LIMITS, readFile, whyNotRead } from '../../base/read-file.ts';
import { objectsIn } from '../../drafting/model/replies.ts';
import { promptText, type Task, tokensOf } from '../../drafting/model/request.ts';
import type { Drafter } from '../../importing/drafts.ts';
import type { Meeting } from '../../importing/meeting.ts';
import type { ImportFlags } from '../import-flags.ts';
import { words } from '../words/words.ts';
import { askModel, endpointOf } from './ask-model.ts';
import { modelDrafter, type Replies, tasksOf } from './model-drafter.ts';

/** Only what a person has agreed to is sent anywhere. */
const KEY = 'TALKDECK_LLM_KEY';

/**
 * Drafts in a model's words: from --answers, or from the replies of --llm; with --prompt it only writes the requests.
 * @returns null if nothing is to be imported
 * @throws CliError if flags do not fit together, nobody agrees, or the model cannot be reached
 */
export async function draftWithModel(flags: ImportFlags, meeting: Meeting): Promise<Drafter | null> {
  const { llm, model, prompt, answers, terminal } = flags;
  const tasks = tasksOf(meeting);
  if ([llm, prompt, answers].filter((each) => each !== undefined).length > 1)
    throw new CliError(
      wording`--llm, --prompt and --answers are three ways of asking a model.`,
      wording`Use one of them.`,
    );
  if (prompt !== undefined) {
    const path = resolve(terminal.cwd, prompt);
    writeFiles(dirname(path), [{ path: basename(path), content: promptText(tasks) }]);
    if (!flags.quiet) terminal.stdout.write(`${words().imported.prompted(tasks.length, prompt)}\n`);
    return null;
  }
  if (answers !== undefined)
    return modelDrafter(repliesIn(textOf(terminal.cwd, answers), answers), new Map());
  if (llm === undefined || model === undefined)
    throw new CliError(
      wording`--llm and --model belong together.`,
      wording`Write --llm http://127.0.0.1:11434/v1 --model NAME.`,
    );
  const endpoint = endpointOf(llm, model, terminal.env[KEY] || null);
  if (!(await agrees(flags, tasks, endpoint.url, model))) return null;
  const { replies, failed } = await askModel(endpoint, tasks);
  return modelDrafter(replies, failed);
}

async function agrees(
  flags: ImportFlags,
  tasks: readonly Task[],
  url: string,
  model: string,
): Promise<boolean> {
  const { yes, json, terminal } = flags;
  const { stdin: input, stdout: output, stderr } = terminal;
  const { sent, received } = tokensOf(tasks);
  stderr.write(`${words().imported.model(tasks.length, sent, received, url, model)}\n`);
  if (yes) return true;
  if (json || input.isTTY !== true || output.isTTY !== true)
    throw new CliError(
      wording`Nobody is there to agree to sending the transcript to ${url}.`,
      wording`Say so with --yes. Nothing was sent.`,
    );
  const { confirm } = await import('@clack/prompts');
  return (await confirm({ message: words().imported.askModel, input, output })) === true;
}

/** A later reply to a task replaces an earlier one. @throws CliError if there is none */
function repliesIn(text: string, file: string): Replies {
  const replies = new Map(
    objectsIn(text).flatMap((object): [string, Readonly<Record<string, unknown>>][] =>
      typeof object.id === 'string' ? [[object.id, object]] : [],
    ),
  );
  if (replies.size > 0) return replies;
  throw new CliError(
    wording`There is no answer in ${file}.`,
    wording`It should have a JSON object with an "id" for each task of --prompt; text around them is passed over.`,
  );
}

function textOf(cwd: string, file: string): string {
  const path = resolve(cwd, file);
  const read = readFile(path, { place: 'anywhere', limit: FILE_LIMITS.transcript });
  if (read.state === 'ok') return read.value.toString('utf8');
  throw new CliError(wording`Cannot read ${file}: ${whyNotRead(read)}`, wording`Nothing was written.`);
}
