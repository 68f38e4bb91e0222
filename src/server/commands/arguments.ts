import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#lib/result.ts';
import { type Config, readConfig } from '../config.ts';

/** The options that name files: those that must be given, and those that may; and those that say something else. */
export type Options<N extends string, T extends string, W extends string> = {
  readonly needs: readonly N[];
  readonly takes: readonly T[];
  readonly words?: readonly W[];
  /** Those of the files that are folders. */
  readonly folders?: readonly (N | T)[];
};
/** What a command was asked to do: its files, what else was said, and where the server keeps its own. */
export type Asked<N extends string, T extends string, W extends string = never> = {
  readonly files: Readonly<Record<N, string>> & Readonly<Partial<Record<T, string>>>;
  readonly words: Readonly<Partial<Record<W, string>>>;
  readonly settings: Config;
};

/** Reads a command's options and the environment. `help` asks for the explanation; each mistake is a sentence. */
export function readCommand<N extends string = never, T extends string = never, W extends string = never>(
  { needs, takes, words = [], folders = [] }: Options<N, T, W>,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<
  Asked<N, T, W>,
  { readonly code: 'help' } | { readonly code: 'mistakes'; readonly mistakes: readonly string[] }
> {
  const config = readConfig(environment);
  const mistakes = config.ok ? [] : [...config.error];
  const names = [...needs, ...takes];
  const whatOf = (name: N | T) => (folders.includes(name) ? 'FOLDER' : 'FILE');
  const given = readOptions([...names, ...words], args);
  const known = [...names.map((name) => `--${name} ${whatOf(name)}`), ...words.map((word) => `--${word} ...`)];
  if (given === undefined) mistakes.push(`The only options are ${[...known, '--help'].join(', ')}.`);
  if (given?.['help'] === true) return err({ code: 'help' });
  // npm runs scripts in the project's folder and remembers where the person was.
  const here = environment['INIT_CWD'] ?? process.cwd();
  const found: Record<string, string> = {};
  for (const name of names) {
    const file = given?.[name];
    if (typeof file === 'string') found[name] = isAbsolute(file) ? file : join(here, file);
  }
  for (const name of given === undefined ? [] : needs)
    if (found[name] === undefined) mistakes.push(`Name the ${whatOf(name).toLowerCase()}: --${name} ${whatOf(name)}.`);
  if (!config.ok || mistakes.length > 0) return err({ code: 'mistakes', mistakes });
  const said = words.flatMap((word) => (typeof given?.[word] === 'string' ? [[word, given[word]] as const] : []));
  return ok({
    files: found as Asked<N, T, W>['files'],
    words: Object.fromEntries(said) as Asked<N, T, W>['words'],
    settings: config.value,
  });
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
