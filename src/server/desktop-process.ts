/*
 * Entry of a process that opens an editor or a browser (start-desktop.ts). The packages that do so pass on their own
 * environment, which is therefore the one given to this process.
 */
const [kind, place = ''] = process.argv.slice(2);

if (kind === 'browser') {
  const { default: open } = await import('open');
  await open(place).then(
    () => tell({ opened: true }),
    (cause: unknown) => tell({ problem: (cause as Error).message }),
  );
} else {
  const { default: launch } = await import('launch-editor');
  // Called only on failure, without a message if there is no editor.
  launch(place, undefined, (_name, message) => tell({ problem: message ?? '' }));
  tell({ opened: true });
}

function tell(reply: object): void {
  // The parent may have disconnected.
  if (process.connected) process.send?.(reply, () => {});
}
