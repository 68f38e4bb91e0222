import type { ReactElement } from 'react';
import { runText } from '#i18n/print/chat-text.ts';
import { checkpoints } from '#store/queries/checkpoints.ts';
import { useQuery } from '../../common/use-query.ts';
import { ChatDialog } from '../chat/chat-dialog.tsx';
import type { RunShown } from './run-shown.ts';

/** The run as a text for its driver, who has no app. */
export function RunChat({
  record: { run },
  window,
  kitchen,
  onClose,
}: RunShown & { readonly onClose: () => void }): ReactElement | null {
  const known = useQuery(checkpoints);
  if (known.type === 'unknown') return null;
  const placesById = new Map(known.value.map((place) => [place.id, place]));
  const stops = run.stops.map(({ checkpoint, lines }) => ({ place: placesById.get(checkpoint), lines }));
  return <ChatDialog textIn={(said) => runText({ ...run, window, kitchen, stops }, said)} onClose={onClose} />;
}
