import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#lib/result.ts';
import { type Config, readConfig } from '../config.ts';

/** The options that name files: those that must be given, and those that may. */
export type FileOptions<N extends string, T extends string> = {
  readonly needs: readonly N[];
  readonly takes: readonly T[];
};
/** What a command was asked to do: its files, and where the server keeps its own. */
export type Asked<N extends string, T extends string> = {
  readonly files: Readonly<Record<N, string>> & Readonly<Partial<Record<T, string>>>;
  readonly settings: Config;
};

/** Reads a command's options and the environment. `help` asks for the explanation; each mistake is a sentence. */
export function readCommand<N extends string = never, T extends string = never>(
  { needs, takes }: FileOptions<N, T>,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<
  Asked<N, T>,
  { readonly code: 'help' } | { readonly code: 'mistakes'; readonly mistakes: readonly string[] }
> {
  const config = readConfig(environment);
  const mistakes = config.ok ? [] : [...config.error];
  const names = [...needs, ...takes];
  const given = readOptions(names, args);
  const files = names.map((name) => `--${name} FILE`).join(', ');
  if (given === undefined) mistakes.push(`The only options are ${files} and --help.`);
  if (given?.['help'] === true) return err({ code: 'help' });
  // npm runs scripts in the project's folder and remembers where the person was.
  const here = environment['INIT_CWD'] ?? process.cwd();
  const found: Record<string, string> = {};
  for (const name of names) {
    const file = given?.[name];
    if (typeof file === 'string') found[name] = isAbsolute(file) ? file : join(here, file);
  }
  for (const name of given === undefined ? [] : needs)
    if (found[name] === undefined) mistakes.push(`Name the file: --${name} FILE.`);
  if (!config.ok || mistakes.length > 0) return err({ code: 'mistakes', mistakes });
  return ok({ files: found as Asked<N, T>['files'], settings: config.value });
}

function readOptions(names: readonly string[], args: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  try {
    const options: Record<string, { readonly type: 'string' | 'boolean' }> = { help: { type: 'boolean' } };
    for (const name of names) options[name] = { type: 'string' };
    return parseArgs({ args: [...args], options }).values;
  } catch {
    // An option that does not exist, or one without its value.
    return undefined;
  }
}
