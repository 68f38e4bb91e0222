import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#lib/result.ts';
import { type Config, readConfig } from '../config.ts';

/** The options that name files: the first one must be given, the second one may. */
export type FileOptions = readonly [needed: string] | readonly [needed: string, possible: string];
/** What a command was asked to do: its files, and where the server keeps its own. */
export type Asked = { readonly file: string; readonly other: string | undefined; readonly settings: Config };

/** Reads a command's options and the environment. `help` asks for the explanation; each mistake is a sentence. */
export function readCommand(
  options: FileOptions,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<Asked, { readonly code: 'help' } | { readonly code: 'mistakes'; readonly mistakes: readonly string[] }> {
  const [needed, possible] = options;
  const config = readConfig(environment);
  const mistakes = config.ok ? [] : [...config.error];
  const given = readOptions(options, args);
  const all = [...options.map((option) => `--${option} FILE`), '--help'];
  if (given === undefined) mistakes.push(`The only options are ${all.slice(0, -1).join(', ')} and ${all.at(-1)}.`);
  if (given?.['help'] === true) return err({ code: 'help' });
  // npm runs scripts in the project's folder and remembers where the person was.
  const here = environment['INIT_CWD'] ?? process.cwd();
  const fileOf = (option: string | undefined): string | undefined => {
    const file = option === undefined ? undefined : given?.[option];
    return typeof file !== 'string' ? undefined : isAbsolute(file) ? file : join(here, file);
  };
  const file = fileOf(needed);
  if (given !== undefined && file === undefined) mistakes.push(`Name the file: --${needed} FILE.`);
  if (!config.ok || file === undefined || mistakes.length > 0) return err({ code: 'mistakes', mistakes });
  return ok({ file, other: fileOf(possible), settings: config.value });
}

function readOptions(names: FileOptions, args: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  try {
    const options: Record<string, { readonly type: 'string' | 'boolean' }> = { help: { type: 'boolean' } };
    for (const name of names) options[name] = { type: 'string' };
    return parseArgs({ args: [...args], options }).values;
  } catch {
    // An option that does not exist, or one without its value.
    return undefined;
  }
}
