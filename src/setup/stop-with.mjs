/**
 * Ends the script with the three things that a person needs: what happened, what is safe, what to do.
 * @param {{ happened: string, safe: string, todo: string }} words
 * @returns {never}
 */
export function stopWith({ happened, safe, todo }) {
  console.error(`\n${happened}\n${safe}\n${todo}\n`);
  process.exit(1);
}
