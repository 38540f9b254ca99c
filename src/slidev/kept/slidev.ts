/** What we use of Slidev. */
export const SLIDEV_PARTS = ['createServer', 'parser', 'resolveOptions', 'ViteSlidevPlugin'] as const;

export type Slidev = Pick<typeof import('@slidev/cli'), (typeof SLIDEV_PARTS)[number]>;
