import type { DeviceId } from '#domain/scalars.ts';
import type { LogRow, Surveys } from '../storage/port.ts';
import { isErased } from '../sync/erased.ts';
import { type Finding, noFindings } from './findings.ts';
import { compareWithAudit, verifyChain } from './verify-chain.ts';
import { verifyFeeds } from './verify-feeds.ts';
import { type LogPorts, readLog, verifyLog } from './verify-log.ts';

/** What was looked at, and what is wrong. */
export type Verified = {
  readonly commits: number;
  readonly entries: number;
  readonly signatures: number;
  readonly rows: number;
  readonly told: number;
  /** Stretches of logs whose bodies were erased on purpose: the device, the first number and the last. */
  readonly erased: readonly string[];
  readonly findings: readonly Finding[];
  readonly findingCount: number;
};

/**
 * Looks at a whole database: the audit chain, the logs under their devices' signatures, the rows under their shapes, and the
 * feeds against the rows. Changes nothing.
 */
export async function verifyDatabase(surveys: Surveys, ports: Omit<LogPorts, 'organisation'>): Promise<Verified> {
  const organisation = (await surveys.setting('organisation')) ?? '';
  const findings = noFindings();
  const erased: string[] = [];
  const sum = { commits: 0, entries: 0, signatures: 0, rows: 0, told: 0 };
  for (const branch of await surveys.branches()) {
    await surveys.survey(branch, async (survey) => {
      const { audited, commits } = await verifyChain(survey, branch, ports.sha256, findings);
      sum.commits += commits;
      const lasts = new Map((await survey.devices()).map(({ device, last }) => [device, last]));
      for (const device of new Set([...lasts.keys(), ...audited.keys()])) {
        const log = await readLog(survey, device, lasts.get(device) ?? 0);
        // The operator's log goes through all branches, and each branch's chain speaks of what was done in it.
        const here = new Map([...log].filter(([, row]) => row.branch === branch));
        compareWithAudit(here, audited.get(device) ?? [], device, findings);
        sum.entries += here.size;
        erased.push(...erasedStretches(device, here));
        sum.signatures += await verifyLog(survey, device, log, { ...ports, organisation }, findings);
      }
      const feeds = await verifyFeeds(survey, branch, findings);
      sum.rows += feeds.rows;
      sum.told += feeds.told;
    });
  }
  return { ...sum, erased, findings: findings.kept, findingCount: findings.count() };
}

function erasedStretches(device: DeviceId, log: ReadonlyMap<number, LogRow>): readonly string[] {
  const numbers = [...log.values()].filter(isErased).map(({ number }) => number);
  const firsts = numbers.filter((number, index) => numbers[index - 1] !== number - 1);
  const lasts = numbers.filter((number, index) => numbers[index + 1] !== number + 1);
  return firsts.map((first, index) => `${device} ${first} to ${lasts[index] ?? first}`);
}
