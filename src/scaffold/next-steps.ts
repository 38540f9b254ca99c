/**
 * What to type next.
 * @param folder of the meetup, as seen from where the command ran; empty for that place itself
 * @param hasManifest whether the package.json was there before, and so may not know talkdeck
 */
export function nextSteps(folder: string, hasManifest: boolean): readonly string[] {
  const quoted = /^[\w./\\-]+$/.test(folder) ? folder : `"${folder}"`;
  return [
    ...(folder === '' ? [] : [`cd ${quoted}`]),
    hasManifest ? 'npm install talkdeck' : 'npm install',
    'npx talkdeck dev',
    'npx talkdeck new talk NAME',
  ];
}
