import { useState, type ReactElement } from 'react';
import { batchId } from '#domain/derived-ids.ts';
import { USUAL_HOT_HOLD_MINUTES } from '#domain/item-traits.ts';
import { formatCount, formatMinuteOfDay, formatQuantity } from '#i18n/format.ts';
import { supply, type Supply } from '#store/queries/supply.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { usePlaceName } from '../../common/use-place-name.ts';
import { Page } from '../page.tsx';
import { type Naming, useNaming } from '../use-naming.ts';
import { AvailabilityDialog } from './availability-dialog.tsx';
import { BatchDialog } from './batch-dialog.tsx';
import { TraitsDialog } from './traits-dialog.tsx';
import { VehicleDialog } from './vehicle-dialog.tsx';

type Open =
  | { readonly type: 'free'; readonly member: Supply['members'][number] }
  | { readonly type: 'vehicle'; readonly vehicle: Supply['vehicles'][number] | undefined }
  | { readonly type: 'traits'; readonly item: Supply['items'][number] }
  | {
      readonly type: 'batch';
      readonly kitchen: Supply['kitchens'][number];
      readonly window: Supply['windows'][number];
    };
type PartProps = { readonly known: Supply; readonly naming: Naming; readonly onOpen: (open: Open) => void };

/** What needs can be covered with: who is free, in what, what is cooked, and what is in it. */
export function SupplyScreen(): ReactElement {
  const words = useWords('supply');
  const answer = useQuery(supply);
  const naming = useNaming();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const close = (): void => setOpen(undefined);
  if (answer.type === 'unknown' || naming === undefined) return <Page title={words.title}>{null}</Page>;
  const part: PartProps = { known: answer.value, naming, onOpen: setOpen };
  return (
    <Page title={words.title} back="/coverage">
      <Free {...part} />
      <Vehicles {...part} />
      <Batches {...part} />
      <Traits {...part} />
      {open?.type === 'free' ? <AvailabilityDialog known={answer.value} member={open.member} onClose={close} /> : null}
      {open?.type === 'vehicle' ? <VehicleDialog known={answer.value} vehicle={open.vehicle} onClose={close} /> : null}
      {open?.type === 'traits' ? <TraitsDialog known={answer.value} item={open.item} onClose={close} /> : null}
      {open?.type === 'batch' ? (
        <BatchDialog known={answer.value} naming={naming} kitchen={open.kitchen} window={open.window} onClose={close} />
      ) : null}
    </Page>
  );
}

function Free({ known, onOpen }: PartProps): ReactElement {
  const words = useWords('supply');
  const names = new Map(known.windows.map(({ id, body }) => [id, body.name]));
  const freeAt = (member: PartProps['known']['members'][number]): string => {
    const said = known.availabilityByMember.get(member.id);
    const at = said?.weekly.flatMap(({ window, weekdays }) => (weekdays.length === 0 ? [] : (names.get(window) ?? [])));
    return at === undefined ? words.notSaid : at.length === 0 ? words.free.noDay : at.join(', ');
  };
  return (
    <Section heading={words.free.title}>
      <p>{words.free.lead}</p>
      <List label={words.free.title}>
        {known.members.map((member) => (
          <ListRow
            key={member.id}
            icon="people"
            title={member.body.name}
            detail={freeAt(member)}
            onPress={() => onOpen({ type: 'free', member })}
          />
        ))}
      </List>
    </Section>
  );
}

function Vehicles({ known, onOpen }: PartProps): ReactElement {
  const { vehicles: words } = useWords('supply');
  const { language } = useSettings();
  const driverOf = (driver: string | null): string =>
    known.members.find(({ id }) => id === driver)?.body.name ?? words.nobody;
  return (
    <Section
      heading={words.title}
      aside={
        <Button size="dense" icon="plus" onPress={() => onOpen({ type: 'vehicle', vehicle: undefined })}>
          {words.add}
        </Button>
      }
    >
      {known.vehicles.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <List label={words.title}>
          {known.vehicles.map((vehicle) => {
            const { name, registration, capacity, keepsHot, driver } = vehicle.body;
            const room = formatQuantity(capacity.count, capacity.unit, language);
            const facts = [registration, driverOf(driver), room, keepsHot ? words.keepsHot : words.cools];
            return (
              <ListRow
                key={vehicle.id}
                icon="truck"
                title={name}
                detail={facts.filter((text) => text !== '').join(' · ')}
                onPress={() => onOpen({ type: 'vehicle', vehicle })}
              />
            );
          })}
        </List>
      )}
      <FormerVehicles known={known} />
    </Section>
  );
}

/** What a coordinator has lent to another branch says so by its name. */
function FormerVehicles({ known }: Pick<PartProps, 'known'>): ReactElement | null {
  const { branches: words } = useWords('organiser');
  if (known.formerVehicles.length === 0) return null;
  return (
    <>
      <h3>{words.lend.former}</h3>
      <List label={words.lend.former}>
        {known.formerVehicles.map(({ id, body }) => (
          <ListRow key={id} icon="truck" tone="past" title={body.name} detail={body.registration} />
        ))}
      </List>
    </>
  );
}

function Batches({ known, naming, onOpen }: PartProps): ReactElement {
  const words = useWords('supply');
  const called = usePlaceName();
  const pairs = known.kitchens.flatMap((kitchen) => known.windows.map((window) => ({ kitchen, window })));
  return (
    <Section heading={words.batches.title}>
      {pairs.length === 0 ? (
        <p>{words.batches.none}</p>
      ) : (
        <List label={words.batches.title}>
          {pairs.map(({ kitchen, window }) => {
            const id = batchId(kitchen.id, window.id, null);
            const batch = known.batchesById.get(id);
            const made =
              batch === undefined
                ? words.notSaid
                : `${naming.amounts(batch.lines)} · ${words.batches.readyAt(formatMinuteOfDay(batch.readyMinute))}`;
            return (
              <ListRow
                key={id}
                icon="bowl"
                title={`${called(kitchen.body)} · ${window.body.name}`}
                detail={made}
                onPress={() => onOpen({ type: 'batch', kitchen, window })}
              />
            );
          })}
        </List>
      )}
    </Section>
  );
}

function Traits({ known, onOpen }: PartProps): ReactElement {
  const { traits: words } = useWords('supply');
  const { language } = useSettings();
  const factsOf = (item: Supply['items'][number]): string => {
    const traits = known.traitsById.get(item.id);
    const limit = traits === undefined ? USUAL_HOT_HOLD_MINUTES : traits.hotHoldMinutes;
    return [
      traits === undefined || traits.halal === 'notKnown' ? '' : words.halalWords[traits.halal],
      ...(traits?.allergens ?? []).map((allergen) => words.allergenWords[allergen]),
      limit === null ? words.unlimited : words.hours(formatCount(Math.round((limit * 1_000) / 60), language)),
    ]
      .filter((text) => text !== '')
      .join(' · ');
  };
  return (
    <Section heading={words.title}>
      {known.items.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <List label={words.title}>
          {known.items.map((item) => (
            <ListRow
              key={item.id}
              title={item.body.name}
              detail={factsOf(item)}
              onPress={() => onOpen({ type: 'traits', item })}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
