import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { EnrolledRole } from '#domain/people.ts';
import { fromBytes } from '#protocol/canonical.ts';
import type { Schema } from '#protocol/shape.ts';
import { unhex } from '#test/protocol/support/vectors.ts';
import { messages } from '#test/support/all-shapes.ts';

/** A message as it went over the wire, in the order in which it did. Bytes of values are `{ hex }`. */
export type RecordedMessage = {
  readonly type: keyof typeof messages;
  readonly bytes: string;
  readonly value: unknown;
};

/** A day between real phones and a real server of one released version of the protocol. */
export type Recording = {
  readonly version: number;
  readonly organisation: string;
  readonly serverKey: string;
  /** What the operator had invited before. */
  readonly invites: readonly {
    readonly id: string;
    readonly role: EnrolledRole;
    readonly expiresAt: number;
  }[];
  readonly messages: readonly RecordedMessage[];
  /** The branch at the end, as an organiser's phone held it: the text of each row by its key. */
  readonly rows: Readonly<Record<string, string>>;
};

export const VERSIONS: readonly number[] = [1];

export function recordingFile(version: number): string {
  return join(import.meta.dirname, '..', `version-${version}`, 'a-day.json');
}

export function readRecording(version: number): Recording {
  return JSON.parse(readFileSync(recordingFile(version), 'utf8')) as Recording;
}

export function schemaOf(type: RecordedMessage['type']): Schema<unknown> {
  return messages[type];
}

/** The message as its type; undefined when it is of another. */
export function readMessage<T>(
  message: RecordedMessage,
  type: RecordedMessage['type'],
  schema: Schema<T>,
): T | undefined {
  if (message.type !== type) return undefined;
  const value = fromBytes(schema, unhex(message.bytes));
  return value.ok ? value.value : undefined;
}
