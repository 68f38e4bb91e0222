import type { ReactElement } from 'react';
import { formatAgo } from '#i18n/format.ts';
import type { KnownDevice, Person } from '#store/queries/people.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { List } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { useClient } from '../../common/client.tsx';
import { useSettings } from '../../common/settings.tsx';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import { PhoneLink } from '../phone-link.tsx';
import styles from './people.module.css';

export type MembersProps = {
  readonly members: readonly Person[];
  readonly clock: BranchClock;
  readonly onBlock: (device: KnownDevice) => void;
  readonly onAdd: () => void;
};

/** Everybody of the branch with a number to call, their phones, and when each was last heard. */
export function Members(props: MembersProps): ReactElement {
  const { people: words } = useWords('organiser');
  const active = props.members.filter(({ status }) => status === 'active');
  return (
    <Section
      heading={words.members}
      aside={
        <Button size="dense" icon="plus" onPress={props.onAdd}>
          {words.add}
        </Button>
      }
    >
      {active.length < 2 ? <p>{words.membersEmpty}</p> : null}
      <List label={words.members}>
        {active.map((person) => (
          <Member key={person.id} {...props} person={person} />
        ))}
      </List>
    </Section>
  );
}

function Member({ person, clock, onBlock }: MembersProps & { readonly person: Person }): ReactElement {
  const { people: words } = useWords('organiser');
  const { roles } = useWords('common');
  const { identity } = useClient();
  const role = roles[person.role];
  return (
    <li className={styles['member']} role="listitem">
      <div>
        <h3>{person.name}</h3>
        <p className={styles['quiet']}>{person.id === identity.member ? `${role} · ${words.you}` : role}</p>
      </div>
      <div>
        {person.phone === null ? (
          <span className={styles['quiet']}>{words.noPhoneNumber}</span>
        ) : (
          <PhoneLink name={person.name} phone={person.phone} />
        )}
      </div>
      <ul className={styles['devices']} aria-label={words.phonesColumn}>
        {person.devices.map((device) => (
          <Device key={device.id} device={device} clock={clock} onBlock={onBlock} />
        ))}
        <FurtherPhone person={person} />
      </ul>
    </li>
  );
}

/**
 * Somebody who was added by name may join with a phone when they have one; and whoever has a phone may use another, a new
 * one or one more in the car.
 */
function FurtherPhone({ person }: { readonly person: Person }): ReactElement {
  const { people: words } = useWords('organiser');
  const go = useGo();
  const hasNone = person.devices.length === 0;
  return (
    <li className={styles['device']}>
      <span className={styles['quiet']}>{hasNone ? words.withoutPhone : ''}</span>
      <ButtonLink size="dense" look="quiet" icon="qr" href={`/people/invite?member=${person.id}`} onGo={go}>
        {hasNone ? words.invitePhone : words.inviteAnotherPhone}
      </ButtonLink>
    </li>
  );
}

type DeviceProps = Pick<MembersProps, 'clock' | 'onBlock'> & { readonly device: KnownDevice };

function Device({ device, clock, onBlock }: DeviceProps): ReactElement {
  const { people: words } = useWords('organiser');
  const { language } = useSettings();
  const { identity } = useClient();
  const isThis = device.id === (identity.device as string);
  const heard =
    device.heardAt === null ? words.neverHeard : words.lastHeard(formatAgo(clock.now - device.heardAt, language));
  return (
    <li className={styles['device']}>
      <span className={styles['label']}>
        <span>{device.label}</span>
        <span className={styles['quiet']}>{isThis ? words.thisPhone : heard}</span>
      </span>
      {device.status === 'revoked' ? <strong>{words.blocked}</strong> : null}
      {isThis || device.status === 'revoked' ? null : (
        <Button size="dense" look="quiet" label={`${words.block}: ${device.label}`} onPress={() => onBlock(device)}>
          {words.block}
        </Button>
      )}
    </li>
  );
}
