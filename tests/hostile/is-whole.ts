/** `npm run test:hostile` tries everything; `npm test` a part. */
export const IS_WHOLE = process.env.HOSTILE === 'all';
