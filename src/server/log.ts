/** Facts about a request or the process. Never names, phones, secrets, notes, addresses or bodies. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;
export type Log = (event: string, facts: LogFacts) => void;

/** A line of a stack that names a place in the program. */
const FRAME = /^\s*at /;
const KEPT_FRAMES = 5;

/** One JSON line for each event, on standard error: standard output is for the operator. */
export const jsonLog: Log = (event, facts) => {
  console.error(JSON.stringify({ at: new Date().toISOString(), event, ...facts }));
};

/** Says nothing; for tests that look at answers only. */
export const silentLog: Log = () => {};

/** What kind of error, and where in the program. Never its message, which may quote a person's words. */
export function whereOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const frames = (cause.stack ?? '').split('\n').filter((line) => FRAME.test(line));
  return [cause.name, ...frames.slice(0, KEPT_FRAMES).map((frame) => frame.trim())].join(' ');
}
