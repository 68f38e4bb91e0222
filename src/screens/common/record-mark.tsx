import type { ReactElement } from 'react';
import { unreachable } from '#lib/assert.ts';
import type { CommonWords } from '#i18n/common/en.ts';
import type { RecordStanding } from '#store/unsent-state.ts';
import { type RecordState, StateMark } from '#ui/state-mark.tsx';
import { useWords } from './words.ts';

export type RecordMarkProps = {
  /** Where each record is of which this speaks; the least certain of them counts. */
  readonly standings: readonly Pick<RecordStanding, 'state'>[];
  readonly detail?: string | undefined;
};

/** Where something that was recorded is: the same glyph and word on every screen. */
export function RecordMark({ standings, detail }: RecordMarkProps): ReactElement {
  const { states } = useWords('common');
  const state = leastCertain(standings.map((standing) => markOf(standing.state)));
  return <StateMark state={state} word={wordOf(state, states)} detail={detail} />;
}

const LEAST_CERTAIN_FIRST: readonly RecordState[] = ['needsYou', 'phone', 'checking', 'unknown', 'server'];

function leastCertain(states: readonly RecordState[]): RecordState {
  return LEAST_CERTAIN_FIRST.find((state) => states.includes(state)) ?? 'unknown';
}

/** A deferred record is on the server, which waits with it; an erased one was. */
function markOf(state: RecordStanding['state']): RecordState {
  switch (state) {
    case 'onPhone':
      return 'phone';
    case 'checking':
      return 'checking';
    case 'onServer':
    case 'deferred':
    case 'erased':
      return 'server';
    case 'rejected':
    case 'quarantined':
      return 'needsYou';
    default:
      return unreachable(state);
  }
}

function wordOf(state: RecordState, words: CommonWords['states']): string {
  return state === 'handed' ? words.givenOut : words[state];
}
