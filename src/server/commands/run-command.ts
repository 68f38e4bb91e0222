import { type Asked, type Options, readCommand } from './arguments.ts';

/** A command of the operator: what it explains, what it says when nothing was done, and what it does. */
export type Command<N extends string, T extends string, W extends string> = Options<N, T, W> & {
  readonly help: string;
  /** Said before each refusal, so that nobody wonders whether half of it was done. */
  readonly nothingDone: string;
  /** What went wrong, in sentences; empty when all is well. */
  readonly perform: (asked: Asked<N, T, W>) => Promise<readonly string[]>;
};

/** Runs a command over this process's arguments and environment. It ends with 0 when all is well, and with 1 otherwise. */
export async function runCommand<N extends string = never, T extends string = never, W extends string = never>(
  command: Command<N, T, W>,
): Promise<void> {
  const asked = readCommand(command, process.argv.slice(2), process.env);
  if (!asked.ok && asked.error.code === 'help') return console.log(command.help);
  const refused = !asked.ok && asked.error.code === 'mistakes' ? asked.error.mistakes : [];
  const mistakes = asked.ok ? await command.perform(asked.value).catch(explain) : refused;
  if (mistakes.length === 0) return;
  console.error([command.nothingDone, ...mistakes].join('\n'));
  process.exitCode = 1;
}

/** What the system or the database says of itself: a message of ours or of theirs, and nothing of what was in hand. */
function explain(cause: unknown): readonly string[] {
  return ['It could not be done. What the system says:', cause instanceof Error ? cause.message : String(cause)];
}
