import { jsonLog, whereOf } from './log.ts';

/**
 * What nobody caught ends the process, since nobody knows what it left half done; whoever watches over it starts it again.
 * The log says where it was, and not what was in hand, as Node itself would.
 */
export function endOnBugs(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, endWithBug);
  }
}

/** Says where a bug was, and ends. */
export function endWithBug(cause: unknown): void {
  jsonLog('crash', { where: whereOf(cause) });
  process.exit(1);
}
