import { describe, expect, test } from 'vitest';

import { type Body, parseBody } from '#domain/rows.ts';
import { acknowledgementSchema } from '#protocol/acknowledgement.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { enrolAnswerSchema, enrolRequestSchema } from '#protocol/enrolment.ts';
import { rowJson } from '#protocol/row-json.ts';
import { readSigned } from '#protocol/signed.ts';
import { answerBodySchema, syncAnswerSchema } from '#protocol/sync-answer.ts';
import { syncRequestSchema } from '#protocol/sync-request.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { fromPlain, hex, unhex } from '#test/protocol/support/vectors.ts';
import { sha256, verifySignature } from '#test/support/crypto.ts';
import { toldRows } from '#test/support/told-rows.ts';
import { readMessage, readRecording, schemaOf, VERSIONS } from './support/recording.ts';
import { replay } from './support/replay.ts';

test('every version of the protocol has its recorded day', () => {
  expect(VERSIONS).toEqual(Array.from({ length: PROTOCOL_VERSION }, (_, index) => index + 1));
});

describe.each(VERSIONS)('a day recorded by version %i', (version) => {
  const recording = readRecording(version);
  const serverKey = unhex(recording.serverKey);

  test('each message says today what it said then', () => {
    for (const { type, bytes, value } of recording.messages) {
      const read = fromBytes(schemaOf(type), unhex(bytes));
      expect(read).toMatchObject({ ok: true, value: fromPlain(value) });
    }
    expect(recording.messages.length).toBeGreaterThan(15);
  });

  test('messages of the version of today are written today as they were then', () => {
    let writtenCount = 0;
    for (const { type, bytes, value } of recording.version === PROTOCOL_VERSION ? recording.messages : []) {
      expect(hex(toBytes(schemaOf(type), fromPlain(value)))).toBe(bytes);
      writtenCount += 1;
    }
    expect(writtenCount).toBe(recording.version === PROTOCOL_VERSION ? recording.messages.length : 0);
  });

  test('7.1 each answer is the server’s: signed, over this request’s nonce, and naming this body', async () => {
    let answerCount = 0;
    let nonce = new Uint8Array();
    for (const message of recording.messages) {
      const asked =
        readMessage(message, 'enrolRequest', enrolRequestSchema) ??
        readMessage(message, 'syncRequest', syncRequestSchema);
      if (asked !== undefined) nonce = new Uint8Array(asked.nonce);
      const enrolled = readMessage(message, 'enrolAnswer', enrolAnswerSchema);
      const answered = readMessage(message, 'syncAnswer', syncAnswerSchema);
      const signed = enrolled?.acknowledgement ?? answered?.acknowledgement;
      const body = enrolled?.credential.statement ?? answered?.body;
      if (signed === undefined || body === undefined) continue;
      const acknowledgement = await readSigned(acknowledgementSchema, signed, serverKey, verifySignature);
      expect(acknowledgement).toMatchObject({ ok: true, value: { nonce, bodyHash: sha256(body) } });
      answerCount += 1;
    }
    expect(answerCount).toBeGreaterThan(6);
  });

  test('8.7 each row of its pages is one that a phone of today can read', () => {
    let rowCount = 0;
    for (const message of recording.messages) {
      const answered = readMessage(message, 'syncAnswer', syncAnswerSchema);
      const body = answered && fromBytes(answerBodySchema, answered.body);
      for (const [kind, , row] of body?.ok === true ? body.value.page.flatMap(toldRows) : []) {
        if (row !== null) expect(rowJson(kind, parseBody(kind, row) as Body)).toBe(JSON.stringify(row));
        rowCount += 1;
      }
    }
    expect(rowCount).toBeGreaterThan(20);
  });

  test('4.3, 8.2 its logs are genuine, and make of them today what was made of them then', async () => {
    const { rows, applied, refused } = await replay(recording);
    expect(applied).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(1);
    expect(Object.fromEntries(rows)).toEqual(recording.rows);
  });
});
