import { describe, expect, test } from 'vitest';

import type { Standing } from '#domain/context.ts';
import { isMutationName, type MutationName, mutators } from '#domain/mutators.ts';
import { mayMutate } from '#domain/permissions.ts';
import { runMutation } from '#domain/run-mutation.ts';
import { BRANCH, handOf, NOON } from '#test/support/test-branch.ts';

const standings: readonly Standing[] = [
  'newcomer',
  'waiting',
  'driver',
  'organiser',
  'operator',
  'technicalSupport',
  'coordinator',
];

/** Who may what, as people read it. */
const table = `
                    newcomer  waiting  driver  organiser  operator  technicalSupport  coordinator
enrol                  yes      yes      yes      yes        -        yes        yes
inviteCreate            -        -        -       yes       yes         -         -
inviteRevoke            -        -        -       yes       yes         -         -
memberAdd               -        -        -       yes        -         -         -
memberConfirm           -        -        -       yes       yes         -         -
deviceRevoke            -        -        -       yes       yes         -         -
branchAmend             -        -        -       yes       yes         -         -
itemCreate              -        -        -       yes        -         -         -
itemAmend               -        -        -       yes        -         -         -
itemClose               -        -        -       yes        -         -         -
mealWindowCreate        -        -        -       yes        -         -         -
mealWindowAmend         -        -        -       yes        -         -         -
mealWindowClose         -        -        -       yes        -         -         -
kitchenCreate           -        -        -       yes        -         -         -
kitchenAmend            -        -        -       yes        -         -         -
kitchenClose            -        -        -       yes        -         -         -
checkpointCreate        -        -        -       yes        -         -         -
checkpointAmend         -        -        -       yes        -         -         -
checkpointClose         -        -        -       yes        -         -         -
runPlan                 -        -        -       yes        -         -         -
runAssign               -        -        -       yes        -         -         -
runCancel               -        -        -       yes        -         -         -
runAccept               -        -       yes      yes        -         -         -
runDecline              -        -       yes      yes        -         -         -
runDepart               -        -       yes      yes        -         -         -
runComplete             -        -       yes      yes        -         -         -
runAbandon              -        -       yes      yes        -         -         -
runImport               -        -        -       yes        -         -         -
deliveryRecord          -        -       yes      yes        -         -         -
deliveryCorrect         -        -       yes      yes        -         -         -
deliveryWithdraw        -        -       yes      yes        -         -         -
reviewDecide            -        -        -       yes        -         -         -
asideTakeIn             -        -        -       yes        -         -         -
returnableCreate        -        -        -       yes        -         -         -
returnableAmend         -        -        -       yes        -         -         -
returnableClose         -        -        -       yes        -         -         -
returnablesCount        -        -       yes      yes        -         -         -
requirementSet          -        -        -       yes        -         -         -
dayRequirementSet       -        -        -       yes        -         -         -
cancellationSet         -        -        -       yes        -         -         -
itemTraitsSet           -        -        -       yes        -         -         -
batchSet                -        -        -       yes        -         -         -
vehicleCreate           -        -        -       yes        yes         -         -
vehicleAmend            -        -        -       yes        yes         -         -
vehicleClose            -        -        -       yes        yes         -         -
vehicleReceive          -        -        -        -         yes         -         -
availabilitySet         -        -       yes      yes        -         -         -
runAmend                -        -        -       yes        -         -         -
stopsMove               -        -        -       yes        -         -         -
sponsorCreate           -        -        -       yes        -         -         -
sponsorAmend            -        -        -       yes        -         -         -
sponsorClose            -        -        -       yes        -         -         -
sponsorLinkCreate       -        -        -       yes        -         -         -
sponsorLinkRevoke       -        -        -       yes        -         -         -
pledgeMake              -        -        -       yes       yes         -         -
pledgeConfirm           -        -        -       yes        -         -         -
pledgeClose             -        -        -       yes        -         -         -
needRelease             -        -        -       yes        -         -         -
needWithdraw            -        -        -       yes        -         -         -
runLoad                 -        -        -       yes        -         -         -
noticeCreate            -        -        -       yes        yes         -         -
noticeAmend             -        -        -       yes        -         -         -
noticeClose             -        -        -       yes        -         -         -
requestRaise            -        -       yes      yes        -          -         -
requestPromise          -        -        -       yes        -         yes         -
requestSettle           -        -       yes      yes        -         yes         -
shiftTakeOver           -        -        -       yes        -          -         -
photoAdd                -        -       yes      yes        -          -         -
photoRelease            -        -        -       yes        -          -         -
photoWithdraw           -        -       yes      yes        -          -         -
`;
const lines = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/));
const cases = lines.flatMap(([mutation = '', ...cells]) =>
  standings.map((standing, index) => [standing, cells[index] === 'yes' ? 'may' : 'may not', mutation] as const),
);

describe('who may what', () => {
  test('the table names every mutation once', () => {
    expect(lines.map(([mutation = '']) => mutation).toSorted()).toEqual(Object.keys(mutators).toSorted());
  });

  test.each(cases)('%s %s %s', (standing, may, mutation) => {
    expect(isMutationName(mutation)).toBe(true);
    expect(mayMutate(standing, mutation as MutationName)).toBe(may === 'may');
  });

  test('what somebody may not is refused before anything is read', () => {
    let readCount = 0;
    let refusedCount = 0;
    for (const [standing, may, mutation] of cases) {
      if (may === 'may') continue;
      const context = { ...handOf('saule', standing), branch: BRANCH, mutationNumber: 1, claimedAt: NOON };
      const { outcome, read } = runMutation(mutation as MutationName, {}, context, () => {
        readCount += 1;
        return { state: 'absent' };
      });
      expect(outcome).toEqual({ ok: false, error: { code: 'notAllowed' } });
      expect(read).toEqual([]);
      refusedCount += 1;
    }
    expect(readCount).toBe(0);
    expect(refusedCount).toBeGreaterThan(90);
  });

  test('names that every object has are no mutations', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', '']) {
      expect(isMutationName(name)).toBe(false);
    }
  });
});
