/** `npm run test:hostile` tries everything, `npm test` a sample. */
export const IS_WHOLE = process.env.HOSTILE === 'all';
