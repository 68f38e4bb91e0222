import type { RowId } from '../scalars.ts';
import type { VehicleBody } from '../supply.ts';
import type { IdentifiedRun } from './runs-to-print.ts';

type IdentifiedVehicle = { readonly id: RowId; readonly body: VehicleBody };

/** One car and what it is loaded with, run after run; null is a car that nobody has named. */
export type VehicleLoad = { readonly vehicle: IdentifiedVehicle | null; readonly runs: readonly IdentifiedRun[] };

/** The car of a run is its driver's; of several the first one. */
export function vehicleOf(run: IdentifiedRun, vehicles: readonly IdentifiedVehicle[]): IdentifiedVehicle | null {
  const { driver } = run.body;
  return (driver === null ? undefined : vehicles.find(({ body }) => body.driver === driver)) ?? null;
}

/** Every run once, by the car that it goes into, in the order in which the cars first leave. */
export function loadsByVehicle(
  runs: readonly IdentifiedRun[],
  vehicles: readonly IdentifiedVehicle[],
): readonly VehicleLoad[] {
  const loads: { readonly vehicle: IdentifiedVehicle | null; readonly runs: IdentifiedRun[] }[] = [];
  for (const run of runs) {
    const vehicle = vehicleOf(run, vehicles);
    const known = vehicle === null ? undefined : loads.find((load) => load.vehicle?.id === vehicle.id);
    if (known === undefined) loads.push({ vehicle, runs: [run] });
    else known.runs.push(run);
  }
  return loads;
}
