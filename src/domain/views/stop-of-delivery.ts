import type { DeliveryBody } from '../delivery.ts';
import type { Stop } from '../run.ts';

/**
 * Which stop of its run a delivery belongs to; null for one beside the plan. Stops may have been put into another order
 * after it was recorded: the place is what somebody saw, the number only where it stood in the list.
 */
export function stopOfDelivery(
  stops: readonly Stop[],
  { stop, checkpoint }: Pick<DeliveryBody, 'stop' | 'checkpoint'>,
): number | null {
  if (stop === null) return null;
  if (stops[stop]?.checkpoint === checkpoint) return stop;
  const elsewhere = stops.findIndex((one) => one.checkpoint === checkpoint);
  return elsewhere === -1 ? null : elsewhere;
}
