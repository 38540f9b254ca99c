/** What the server says of why it did not do something: `{message}` as JSON, or plain text. */
export async function failureOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { message }: { readonly message?: unknown } = JSON.parse(text);
    if (typeof message === 'string' && message !== '') return message;
  } catch {
    // Not JSON.
  }
  return text.trim() || `${response.status} ${response.statusText}`;
}
