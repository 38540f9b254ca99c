import { setTimeout as pause } from 'node:timers/promises';
import { CliError, wording } from '../../base/errors.ts';
import { objectsIn } from '../../drafting/model/replies.ts';
import { requestOf, rulesOf, SCHEMAS, type Task } from '../../drafting/model/request.ts';
import type { Replies } from './model-drafter.ts';

/** A model's address, with OpenAI's chat completions API. */
export interface Endpoint {
  /** Up to `/v1`. */
  readonly url: string;
  readonly model: string;
  /** From TALKDECK_LLM_KEY; null if it needs none. */
  readonly key: string | null;
}

export interface Patience {
  /** Milliseconds for one reply. */
  readonly answer: number;
  /** Milliseconds before a second try, unless the server says. */
  readonly pause: number;
}

const PATIENCE: Patience = { answer: 180_000, pause: 2_000 };
const TRIES = 3;
/** Bytes; a summary has thousands. */
const LONGEST_REPLY = 2_000_000;
const LONGEST_PAUSE = 20_000;

/** How to request the reply's format; a form that a server refuses is not tried again. */
type Form = 'json_schema' | 'json_object' | 'text';
const FORMS: readonly Form[] = ['json_schema', 'json_object', 'text'];

export interface Answered {
  readonly replies: Replies;
  /** Reasons for missing replies, by task id. */
  readonly failed: ReadonlyMap<string, string>;
}

/**
 * Checks an address before anything is sent to it.
 * @throws CliError if it is invalid, or a key would be sent over the network unencrypted
 */
export function endpointOf(url: string, model: string, key: string | null): Endpoint {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !/^https?:$/.test(address.protocol) || address.username !== '' || address.password !== '')
    throw new CliError(
      wording`"${url}" is no address of a model.`,
      wording`Write --llm http://127.0.0.1:11434/v1, or the address that your service names. A key belongs into TALKDECK_LLM_KEY.`,
    );
  const isNear = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(address.hostname);
  if (key !== null && address.protocol === 'http:' && !isNear)
    throw new CliError(
      wording`The key in TALKDECK_LLM_KEY would be sent to ${address.host} without encryption.`,
      wording`Use an address that begins with https://, or unset the key.`,
    );
  return { url: url.replace(/\/+$/, '').replace(/\/chat\/completions$/, ''), model, key };
}

/**
 * Sends one task after another. A task without a usable reply is not fatal.
 * @throws CliError if the address cannot be reached at all, or refuses key or model
 */
export async function askModel(
  endpoint: Endpoint,
  tasks: readonly Task[],
  onDone: (done: number) => void = () => {},
  patience: Patience = PATIENCE,
): Promise<Answered> {
  const replies = new Map<string, Readonly<Record<string, unknown>>>();
  const failed = new Map<string, string>();
  let form: Form = 'json_schema';
  for (const [index, task] of tasks.entries()) {
    let reason = 'there is no JSON in its answer';
    for (let tries = 0; tries < TRIES; tries += 1) {
      const sent = await send(endpoint, task, form, patience);
      if ('text' in sent) {
        const [reply] = objectsIn(sent.text);
        if (reply) replies.set(task.id, reply);
        break;
      }
      reason = sent.reason;
      if (sent.state === 'form' && form !== 'text') {
        form = FORMS[FORMS.indexOf(form) + 1] ?? 'text';
        tries -= 1;
      } else if (sent.state === 'later' && tries < TRIES - 1) await pause(sent.after ?? patience.pause);
      else break;
    }
    if (!replies.has(task.id)) failed.set(task.id, reason);
    onDone(index + 1);
  }
  return { replies, failed };
}

type Sent =
  | { readonly text: string }
  | { readonly state: 'form' | 'later' | 'never'; readonly reason: string; readonly after?: number };

async function send(
  { url, model, key }: Endpoint,
  task: Task,
  form: Form,
  patience: Patience,
): Promise<Sent> {
  const body = {
    model,
    temperature: 0,
    messages: [
      { role: 'system', content: rulesOf(task) },
      { role: 'user', content: requestOf(task) },
    ],
    ...(form === 'json_object' && { response_format: { type: 'json_object' } }),
    ...(form === 'json_schema' && {
      response_format: {
        type: 'json_schema',
        json_schema: { name: task.kind, strict: true, schema: SCHEMAS[task.kind] },
      },
    }),
  };
  try {
    const answer = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      // Keeps the key from going anywhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(patience.answer),
    });
    if (answer.ok) return { text: contentOf(await textOf(answer)) };
    await answer.body?.cancel();
    return refusal(answer, url, model);
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    const { name } = cause as Error;
    if (name === 'TimeoutError') return { state: 'never', reason: 'no answer came in time' };
    const { code } = ((cause as Error).cause ?? {}) as { code?: string };
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      throw new CliError(
        wording`Nothing answers at ${url}: ${code}`,
        wording`Start the model's server, or correct --llm. Nothing was written.`,
      );
    return { state: 'later', reason: 'the connection broke' };
  }
}

function refusal({ status, headers }: Response, url: string, model: string): Sent {
  if (status === 401 || status === 403)
    throw new CliError(
      wording`${url} refuses the key (${status}).`,
      wording`Put the right one into the environment variable TALKDECK_LLM_KEY. Nothing was written.`,
    );
  if (status === 404)
    throw new CliError(
      wording`${url} has no model "${model}", or is not the address of one (404).`,
      wording`Correct --llm, which usually ends in /v1, or --model. Nothing was written.`,
    );
  const reason = `the server answers ${status}`;
  if (status === 400 || status === 415 || status === 422) return { state: 'form', reason };
  if (status !== 408 && status !== 429 && status < 500) return { state: 'never', reason };
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const after = Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_PAUSE) : null;
  return { state: 'later', reason, ...(after !== null && { after }) };
}

async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of body ?? []) {
    text += decoder.decode(part, { stream: true });
    // Leaving the loop closes the connection.
    if (text.length > LONGEST_REPLY) break;
  }
  return text;
}

/** The model's text; empty if the server's reply has another format. */
function contentOf(text: string): string {
  try {
    const { choices } = JSON.parse(text) as { choices?: { message?: { content?: unknown } }[] };
    const content = choices?.[0]?.message?.content;
    return typeof content === 'string' ? content : '';
  } catch {
    return '';
  }
}
