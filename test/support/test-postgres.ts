/** A throw-away PostgreSQL on 127.0.0.1, reached by a URL whatever is behind it. */
export interface TestPostgres {
  /**
   * `server` is an installed PostgreSQL. `pglite` is the one inside npm: it has a single session, so its connections take
   * turns, a whole transaction at a time. What needs two transactions open at once can only be tried on a server.
   */
  readonly kind: 'server' | 'pglite';
  readonly url: string;
  /** Removes it. Connections that are still open are cut. */
  readonly stop: () => Promise<void>;
}
