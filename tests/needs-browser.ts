/**
 * Tests import this that need a browser, or a bundle, though nothing else that they import says so: through the command
 * line, or in a process of their own. `npm run test:fast` leaves them out (slow-tests.ts).
 */
export {};
