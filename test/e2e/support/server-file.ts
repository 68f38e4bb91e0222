import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { CorrectionBody, DeliveryBody } from '#domain/delivery.ts';
import type { RowId } from '#domain/scalars.ts';

import type { TestServer } from './server.ts';

export type StoredDelivery = DeliveryBody & { readonly id: RowId };

/** Where the server's SQLite file lies. */
export function serverFile({ folder }: Pick<TestServer, 'folder'>): string {
  return join(folder, 'dastarkhan.sqlite');
}

/** The deliveries that the server has, as they lie in its file. */
export function storedDeliveries(server: TestServer): readonly StoredDelivery[] {
  return storedRows<DeliveryBody>(server, 'delivery');
}

/** The corrections that the server has, as they lie in its file. */
export function storedCorrections(server: TestServer): readonly (CorrectionBody & { readonly id: RowId })[] {
  return storedRows<CorrectionBody>(server, 'correction');
}

/** The stops of a run with a delivery, in order: a stop that was counted twice stands here twice. */
export function storedStops(server: TestServer, run: RowId): readonly (number | null)[] {
  const ofRun = storedDeliveries(server).filter((delivery) => delivery.run === run);
  return ofRun.map(({ stop }) => stop).toSorted((a, b) => (a ?? -1) - (b ?? -1));
}

function storedRows<B>(server: TestServer, kind: string): readonly (B & { readonly id: RowId })[] {
  const database = new DatabaseSync(serverFile(server), { readOnly: true });
  try {
    const found = database.prepare('SELECT id, body FROM state WHERE kind = ? AND body IS NOT NULL').all(kind);
    return found.map(({ id, body }) => ({ ...(JSON.parse(String(body)) as B), id: String(id) as RowId }));
  } finally {
    database.close();
  }
}
