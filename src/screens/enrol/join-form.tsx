import { useState, type ReactElement } from 'react';
import { enteredName, enteredPhone } from '#domain/entered.ts';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';
import { type askInvite, enrol, type EnrolFailure, type EnrolPorts } from '#sync/enrol.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../common/words.ts';
import { deviceLabel } from './device-label.ts';
import { EnrolTrouble } from './enrol-trouble.tsx';
import styles from './enrol.module.css';

/** What an invitation offers, as the server said. */
export type Offer = Extract<Awaited<ReturnType<typeof askInvite>>, { ok: true }>['value'];

export type JoinFormProps = {
  readonly ports: EnrolPorts;
  readonly secret: string;
  readonly offer: Offer;
  readonly onBack: () => void;
  readonly onJoined: (name: string) => void;
};

/** What was offered, a name to be called by, three lines on what is kept; one button. */
export function JoinForm(props: JoinFormProps): ReactElement {
  const words = useWords('enrol');
  const { actions, optional } = useWords('common');
  const { name, phone, isJoining, failure, setName, setPhone, join } = useJoin(props);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <OfferWords offer={props.offer} />
      {/* Once the server was asked it may have taken this name: the next try repeats it. */}
      <div className={styles['form']} inert={isJoining || mayHaveArrived(failure)}>
        <TextInput
          label={words.name}
          hint={words.nameHint}
          error={name.isWrong ? words.nameMissing : undefined}
          value={name.text}
          onChange={setName}
          autoComplete="given-name"
          maxLength={MAX_NAME_LENGTH}
        />
        <TextInput
          label={`${words.phone} (${optional})`}
          hint={words.phoneHint}
          error={phone.isWrong ? words.phoneWrong : undefined}
          kind="phone"
          value={phone.text}
          onChange={setPhone}
          autoComplete="tel"
        />
      </div>
      <Privacy />
      {failure === undefined ? null : <EnrolTrouble failure={failure} />}
      <Button type="submit" look="primary" size="big" width="full" isBusy={isJoining} isDisabled={isJoining}>
        {joinText(words, actions.retry, { isJoining, hasFailed: failure !== undefined })}
      </Button>
      <Button look="quiet" width="full" icon="back" onPress={props.onBack}>
        {actions.back}
      </Button>
    </form>
  );
}

type Entered = { readonly text: string; readonly isWrong: boolean };
type Joining = {
  readonly name: Entered;
  readonly phone: Entered;
  readonly isJoining: boolean;
  readonly failure: EnrolFailure | undefined;
  readonly setName: (name: string) => void;
  readonly setPhone: (phone: string) => void;
  readonly join: () => Promise<void>;
};

/** What is entered is looked at when somebody wants to join, and not while they are still typing. */
function useJoin({ ports, secret, offer, onJoined }: JoinFormProps): Joining {
  const [name, setName] = useState(offer.label);
  const [phone, setPhone] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isJoining, setJoining] = useState(false);
  const [failure, setFailure] = useState<EnrolFailure | undefined>(undefined);
  const goodName = enteredName(name);
  const goodPhone = enteredPhone(phone);
  const join = async (): Promise<void> => {
    setChecked(true);
    if (goodName === undefined || goodPhone === undefined || isJoining) return;
    setJoining(true);
    const label = deviceLabel(navigator.userAgent);
    const joined = await enrol({ secret, offer, name: goodName, phone: goodPhone, label }, ports);
    setJoining(false);
    if (joined.ok) onJoined(goodName);
    else setFailure(joined.error);
  };
  return {
    name: { text: name, isWrong: isChecked && goodName === undefined },
    phone: { text: phone, isWrong: isChecked && goodPhone === undefined },
    isJoining,
    failure,
    setName,
    setPhone,
    join,
  };
}

type JoinStanding = { readonly isJoining: boolean; readonly hasFailed: boolean };

function joinText(
  words: { readonly join: string; readonly joining: string },
  retry: string,
  { isJoining, hasFailed }: JoinStanding,
): string {
  if (isJoining) return words.joining;
  return hasFailed ? retry : words.join;
}

function mayHaveArrived(failure: EnrolFailure | undefined): boolean {
  return failure !== undefined && ['unreachable', 'notOurServer', 'busy', 'fault'].includes(failure.code);
}

function OfferWords({ offer }: { readonly offer: Offer }): ReactElement {
  const words = useWords('enrol');
  const { roles } = useWords('common');
  return (
    <div>
      <h1 className={styles['title']}>
        {offer.branchName === '' ? words.invitedToNew : words.invitedTo(offer.branchName)}
      </h1>
      <p className={styles['role']}>{words.asRole(roles[offer.role])}</p>
      {offer.label === '' ? null : <p>{words.invitedAs(offer.label)}</p>}
    </div>
  );
}

function Privacy(): ReactElement {
  const words = useWords('enrol');
  return (
    <Card>
      <h2>{words.privacyTitle}</h2>
      <ul className={styles['privacy']}>
        <li>{words.privacyKept}</li>
        <li>{words.privacySeen}</li>
        <li>{words.privacyGoes}</li>
      </ul>
    </Card>
  );
}
