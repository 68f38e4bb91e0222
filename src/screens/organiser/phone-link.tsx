import type { ReactElement } from 'react';
import { Icon } from '#ui/icon.tsx';
import { telLink } from '../common/tel-link.ts';
import { useWords } from '../common/words.ts';
import styles from './phone-link.module.css';

export type PhoneLinkProps = { readonly name: string; readonly phone: string };

/** A telephone number to call; what is shown is the number itself, so that it can be dialled from another phone too. */
export function PhoneLink({ name, phone }: PhoneLinkProps): ReactElement {
  const { run } = useWords('organiser');
  return (
    <a className={styles['phone']} href={telLink(phone)} aria-label={`${run.callDriver(name)} ${phone}`}>
      <Icon name="call" size={1.1} />
      <span>{phone}</span>
    </a>
  );
}
