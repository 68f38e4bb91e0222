/** What a failed IndexedDB request means to us, whatever engine and wrapper it came through. */
export type StorageFailure = 'exists' | 'full' | 'lost' | 'bug';

/** Errors wrap each other: Dexie's around the engine's. No honest chain is longer. */
const MAX_CAUSES = 5;

/**
 * Reads an error of Dexie or IndexedDB. `lost` is a connection that is gone for a reason outside us: WebKit's lost
 * database server, a browser that clears storage, a closed database.
 */
export function storageFailureOf(error: unknown): StorageFailure {
  const causes = causesOf(error);
  const hasName = (...names: readonly string[]) => causes.some((cause) => names.includes(cause.name));
  if (hasName('QuotaExceededError')) return 'full';
  if (hasName('ConstraintError')) return 'exists';
  if (hasName('InvalidStateError', 'DatabaseClosedError', 'UnknownError', 'TransactionInactiveError', 'AbortError'))
    return 'lost';
  return causes.some((cause) => /indexed ?db|database server/i.test(cause.message)) ? 'lost' : 'bug';
}

function causesOf(error: unknown): readonly { readonly name: string; readonly message: string }[] {
  const causes: { readonly name: string; readonly message: string }[] = [];
  let current = error;
  while (current instanceof Object && causes.length < MAX_CAUSES) {
    const { name, message, inner, cause, failures } = current as Record<string, unknown>;
    causes.push({ name: String(name), message: String(message) });
    // What writes many at once tells why in a list; all of one transaction failed for the same reason.
    current = inner ?? cause ?? (Array.isArray(failures) ? (failures as readonly unknown[])[0] : undefined);
  }
  return causes;
}
