import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#lib/result.ts';
import { type Config, readConfig } from '../config.ts';

/** What a command was asked to do: its one file, and where the server keeps its own. */
export type Asked = { readonly file: string; readonly settings: Config };

/** Reads a command's one option and the environment. `help` asks for the explanation; each mistake is a sentence. */
export function readCommand(
  option: 'to' | 'from',
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<Asked, { readonly code: 'help' } | { readonly code: 'mistakes'; readonly mistakes: readonly string[] }> {
  const config = readConfig(environment);
  const mistakes = config.ok ? [] : [...config.error];
  const given = readOptions(option, args);
  if (given === undefined) mistakes.push(`The only options are --${option} FILE and --help.`);
  if (given?.isHelp === true) return err({ code: 'help' });
  const file = given?.file;
  if (given !== undefined && file === undefined) mistakes.push(`Name the file: --${option} FILE.`);
  if (config.ok && config.value.databaseUrl !== null)
    mistakes.push('With DATABASE_URL the data is in PostgreSQL: use pg_dump and pg_restore.');
  if (!config.ok || file === undefined || mistakes.length > 0) return err({ code: 'mistakes', mistakes });
  // npm runs scripts in the project's folder and remembers where the person was.
  const here = environment['INIT_CWD'] ?? process.cwd();
  return ok({ file: isAbsolute(file) ? file : join(here, file), settings: config.value });
}

function readOptions(
  option: 'to' | 'from',
  args: readonly string[],
): { readonly isHelp: boolean; readonly file: string | undefined } | undefined {
  try {
    const options = { [option]: { type: 'string' }, help: { type: 'boolean' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const file = values[option];
    return { isHelp: values.help === true, file: typeof file === 'string' ? file : undefined };
  } catch {
    // An option that does not exist, or one without its value.
    return undefined;
  }
}
