import { beforeEach, describe, expect, test } from 'vitest';

import { batchId, dayRequirementId, requirementId } from '#domain/derived-ids.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { RequirementFields } from '#domain/requirement.ts';
import type { Body } from '#domain/rows.ts';
import { aigul, amount, bolat, type Breakfast, breakfast, dana, memberOf, TODAY } from '#test/support/breakfast.ts';
import { sampleNeeds, vehicle } from '#test/support/sample-needs.ts';
import { granted, handOf, refused } from '#test/support/test-branch.ts';

let morning: Breakfast;
let standing: RequirementFields;
beforeEach(() => {
  morning = breakfast();
  standing = sampleNeeds(morning.tea).standing;
});
/** Another organiser, whose phone has not heard of what Dana did. */
const saule = handOf('saule', 'organiser');
const set = (was: RequirementFields | null, now: RequirementFields | null): Mutation => ({
  name: 'requirementSet',
  args: { checkpoint: morning.post, window: morning.window, was, now },
});
const needed = () => morning.branch.body('requirement', requirementId(morning.post, morning.window));
const more = (count: number): RequirementFields => ({ ...standing, headcounts: standing.headcounts.map(() => count) });

describe('what a checkpoint needs in a window', () => {
  test('is said, changed and taken back, and there is only one of it', () => {
    const { branch, post, window } = morning;
    granted(branch.does(dana, set(null, standing)));
    expect(needed()).toEqual({ checkpoint: post, window, ...standing });
    granted(branch.does(dana, set(standing, more(30))));
    expect(needed()?.headcounts).toEqual([30, 30, 30, 30, 30, 30, 30]);
    granted(branch.does(dana, set(more(30), null)));
    expect(needed()).toBeUndefined();
    expect([...branch.rows.values()].filter(({ kind }) => kind === 'requirement')).toEqual([]);
  });

  test('two organisers who disagree: the first one’s stands, the second is told, and may then decide', () => {
    const { branch } = morning;
    granted(branch.does(dana, set(null, standing)));
    granted(branch.does(dana, set(standing, more(30))));
    expect(branch.does(saule, set(standing, more(25)))).toEqual(refused('changedMeanwhile'));
    expect(branch.does(saule, set(standing, null))).toEqual(refused('changedMeanwhile'));
    expect(branch.does(saule, set(null, more(25)))).toEqual(refused('changedMeanwhile'));
    expect(needed()?.headcounts[0]).toBe(30);
    granted(branch.does(saule, set(more(30), more(25))));
    expect(needed()?.headcounts[0]).toBe(25);
  });

  test('two who say the same do not disagree', () => {
    const { branch } = morning;
    granted(branch.does(dana, set(null, standing)));
    granted(branch.does(saule, set(null, standing)));
    expect(branch.changes()).toEqual([]);
    granted(branch.does(dana, set(standing, null)));
    granted(branch.does(saule, set(standing, null)));
    expect(needed()).toBeUndefined();
  });

  test('is said of open places and windows only, and can always be taken back', () => {
    const { branch, post } = morning;
    granted(branch.does(dana, set(null, standing)));
    granted(branch.does(dana, { name: 'checkpointClose', args: { id: post } }));
    expect(branch.does(dana, set(standing, more(30)))).toEqual(refused('closed'));
    granted(branch.does(dana, set(standing, null)));
  });

  test('a phone that is still pulling does not refuse for what it has not seen', () => {
    const { branch } = morning;
    granted(branch.does(dana, set(null, standing)));
    expect(branch.tries(dana, set(null, more(30)), 'stillPulling').ok).toBe(false);
    expect(branch.tries(dana, set(standing, more(30)), 'stillPulling').ok).toBe(true);
    expect(branch.tries(saule, { ...set(more(1), more(2)) }, 'stillPulling')).toEqual(refused('changedMeanwhile'));
  });
});

describe('one day', () => {
  test('has needs of its own, and nothing is needed where it was called off', () => {
    const { branch, post, window, tea } = morning;
    const cell = { checkpoint: post, window, on: TODAY };
    const id = dayRequirementId(post, window, TODAY);
    const { amounts } = sampleNeeds(tea);
    granted(branch.does(dana, { name: 'dayRequirementSet', args: { ...cell, was: null, now: amounts } }));
    expect(branch.body('dayRequirement', id)).toEqual({ ...cell, ...amounts });
    granted(branch.does(dana, { name: 'cancellationSet', args: { ...cell, was: null, now: { reason: 'moved' } } }));
    expect(branch.body('cancellation', id)).toEqual({ ...cell, reason: 'moved' });
    const otherReason = { ...cell, was: null, now: { reason: 'snow' } };
    expect(branch.does(saule, { name: 'cancellationSet', args: otherReason })).toEqual(refused('changedMeanwhile'));
    granted(branch.does(dana, { name: 'cancellationSet', args: { ...cell, was: { reason: 'moved' }, now: null } }));
    expect(branch.body('cancellation', id)).toBeUndefined();
    expect(branch.body('dayRequirement', id)?.headcount).toBe(20);
  });
});

describe('what there is for it', () => {
  test('what is in an item, what a kitchen makes, and a vehicle', () => {
    const { branch, tea, kitchen, window } = morning;
    const { traits } = sampleNeeds(tea);
    granted(branch.does(dana, { name: 'itemTraitsSet', args: { item: tea, was: null, now: traits } }));
    expect(branch.body('itemTraits', tea)).toEqual(traits);
    const now = { lines: [amount(tea, 60)], readyMinute: 390 };
    for (const on of [null, TODAY]) {
      granted(branch.does(dana, { name: 'batchSet', args: { kitchen, window, on, was: null, now } }));
      expect(branch.body('batch', batchId(kitchen, window, on))).toEqual({ kitchen, window, on, ...now });
    }
    const van = granted(branch.does(dana, { name: 'vehicleCreate', args: { fields: vehicle(aigul.member) } }));
    const asMade = { ...vehicle(aigul.member), status: 'open' } as const;
    const amend = (was: Body<'vehicle'>, now = vehicle(null)): Mutation => ({
      name: 'vehicleAmend',
      args: { id: van, was, now },
    });
    granted(branch.does(dana, amend(asMade)));
    granted(branch.does(saule, amend(asMade)));
    expect(branch.does(saule, amend(asMade, vehicle(bolat.member)))).toEqual(refused('changedMeanwhile'));
    granted(branch.does(dana, { name: 'vehicleClose', args: { id: van } }));
    const closed = { ...vehicle(null), status: 'closed' } as const;
    expect(branch.does(saule, amend({ ...closed, status: 'open' }, asMade))).toEqual(refused('changedMeanwhile'));
    expect(branch.body('vehicle', van)).toEqual(closed);
    granted(branch.does(saule, amend(closed)));
    expect(branch.body('vehicle', van)?.status).toBe('open');
  });

  test('volunteers say when they are free, organisers say it for them, and nobody for another driver', () => {
    const { branch, tea, kitchen, window } = morning;
    const free = { ...sampleNeeds(tea).free, kitchen, weekly: [{ window, weekdays: [0, 1] }] };
    const said = (was: typeof free | null): Mutation => ({
      name: 'availabilitySet',
      args: { member: memberOf(aigul), was, now: free },
    });
    expect(branch.does(bolat, said(null))).toEqual(refused('notYours'));
    granted(branch.does(aigul, said(null)));
    expect(branch.body('availability', memberOf(aigul))).toEqual({ member: aigul.member, ...free });
    const away = { ...free, days: [{ on: TODAY, windows: [] }] };
    const args = { member: memberOf(aigul), was: free, now: away };
    granted(branch.does(dana, { name: 'availabilitySet', args }));
    expect(branch.body('availability', memberOf(aigul))?.days).toEqual(away.days);
  });
});
