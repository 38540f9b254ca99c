import { failureOf } from './failure-of.ts';

/** Sends JSON to the server. Null when it was done, else why not, in the server's words; empty when it is away. */
export async function postJson(path: string, body: unknown): Promise<string | null> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.ok ? null : await failureOf(response);
  } catch {
    return '';
  }
}
