/** Why the last attempt did not succeed. */
export type Trouble =
  /** No answer: no network, or the server is down. */
  | 'unreachable'
  /** An answer, but not our server's: a captive portal, or another server under its name. */
  | 'notOurServer'
  /** The server asked to be left alone for a while. */
  | 'busy'
  /** This phone has sent as much at once as the server takes of one: the rest goes when the server has said. */
  | 'sentMuch'
  /** This phone was revoked: what is unsent stays here. */
  | 'revoked'
  /** Another copy of this phone has written under the same numbers: it must enrol anew. */
  | 'forked'
  /** This version of the app is too old to send. */
  | 'tooOld'
  /** The server could not do it, and said so. */
  | 'fault'
  /** The phone's storage did not answer. */
  | 'storageLost';

/** What the sync is doing, for screens. Times are epoch ms by the phone's clock. */
export type SyncState = {
  readonly type: 'idle' | 'syncing' | 'waiting';
  /** The last answer that was the server's beyond doubt; null when there was none. */
  readonly lastHeardAt: number | null;
  readonly trouble: Trouble | null;
  /** When the next attempt is due; null when none is planned. */
  readonly nextTryAt: number | null;
};

export type SyncEngine = {
  /** Tells of every change of the state, until the function that it gives is called. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => SyncState;
  /** Somebody pressed "Send now", or a mutation was saved: try at once. */
  readonly syncNow: () => void;
  readonly stop: () => void;
};
