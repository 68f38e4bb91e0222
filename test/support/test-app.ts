import type { Hono } from 'hono';
import { createVerify, nodeRandom } from '#server/auth/node-crypto.ts';
import type { Engine } from '#server/engine.ts';
import { createApp } from '#server/http/app.ts';
import type { Deps } from '#server/http/deps.ts';
import { silentLog } from '#server/log.ts';
import { nodeTimer } from '#server/node-timer.ts';

/** An engine that nobody is to ask, or only for what a test gives it. */
function noEngine(answers: Partial<Engine>): Engine {
  return new Proxy(answers as Engine, {
    get: (given, method) => {
      const answer: unknown = Reflect.get(given, method);
      if (answer === undefined) throw new Error(`The engine was asked for ${String(method)}`);
      return answer;
    },
  });
}

/** The HTTP side alone, for what must be decided before the engine is asked. */
export function createTestApp(overrides: Partial<Omit<Deps, 'engine'>> & { readonly engine?: Partial<Engine> }): Hono {
  return createApp({
    clock: { now: () => Date.UTC(2026, 0, 15, 12) },
    timer: nodeTimer,
    random: nodeRandom,
    verify: createVerify(),
    log: silentLog,
    scheme: 'https',
    staticFolder: 'no-such-folder',
    ...overrides,
    engine: noEngine(overrides.engine ?? {}),
  });
}
