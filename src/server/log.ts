/** Facts about a request or the process. Never names, phones, secrets, notes, addresses or bodies. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;
export type Log = (event: string, facts: LogFacts) => void;

/** One JSON line for each event, on standard error: standard output is for the operator. */
export const jsonLog: Log = (event, facts) => {
  console.error(JSON.stringify({ at: new Date().toISOString(), event, ...facts }));
};

/** Says nothing; for tests that look at answers only. */
export const silentLog: Log = () => {};
