/**
 * Imported by tests that need a browser or a bundle but use it only through the command line or another process, which
 * their imports do not show. `npm run test:fast` skips them (slow-tests.ts).
 */
export {};
