/*
 * Entry of a process that opens an editor or a browser (start-desktop.ts). The packages that do so hand their own
 * variables down, so these are the ones that the process was given.
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
  // Called where it fails only, without a message where there is no editor.
  launch(place, undefined, (_name, message) => tell({ problem: message ?? '' }));
  tell({ opened: true });
}

function tell(reply: object): void {
  // Whoever asked may have stopped to listen.
  if (process.connected) process.send?.(reply, () => {});
}
