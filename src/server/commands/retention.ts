import '../require-node-26.ts';
import { MOST_RETENTION_DAYS } from '#domain/retention.ts';
import { nodeRandom, sha256 } from '../auth/node-crypto.ts';
import { tidy } from '../sync/tidy.ts';
import type { Asked } from './arguments.ts';
import { openStorage } from './open-storage.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run retention [-- --days N]

Forgets now what the server forgets by itself every six hours: who made a delivery, a count or a correction, once its day is
${MOST_RETENTION_DAYS} days past, or as many as RETENTION_DAYS says (1 to ${MOST_RETENTION_DAYS}). What was delivered stays, and so do all sums. Runs leave
drivers' phones three days after their day.

--days takes fewer days for this once; nothing that is forgotten comes back. It works while the server serves.
DATA_DIR or DATABASE_URL must be those of the server.`;

await runCommand({
  needs: [],
  takes: [],
  words: ['days'],
  help: HELP,
  nothingDone: 'Nothing was forgotten.',
  perform: forgetNow,
});

async function forgetNow({ words, settings }: Asked<never, never, 'days'>): Promise<readonly string[]> {
  const days = words.days === undefined ? settings.retentionDays : Number(words.days);
  if (!Number.isInteger(days) || days < 1 || days > settings.retentionDays)
    return [`--days is a whole number from 1 to ${settings.retentionDays}: more than that is never kept.`];
  const storage = await openStorage(settings);
  if (!storage.ok) return [storage.error];
  try {
    const count = await tidy(storage.value, { sha256, random: nodeRandom }, { now: Date.now(), personDays: days });
    console.log(`${count} records were told to forget who made them, or left drivers' phones.`);
    return [];
  } finally {
    await storage.value.close();
  }
}
