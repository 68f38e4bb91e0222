import { useId, type ReactElement, type ReactNode } from 'react';
import type { NoticeTopic } from '#domain/notice.ts';
import { chatLinks, type Notice, textsFor } from '#domain/views/notices.ts';
import { formatDay } from '#i18n/format.ts';
import { names } from '#store/queries/names.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import { Stack } from '#ui/stack.tsx';
import { useSettings } from '../settings.tsx';
import { useQuery } from '../use-query.ts';
import { telLink, unbroken } from '../tel-link.ts';
import { useWords } from '../words.ts';
import { usePlaceName } from '../use-place-name.ts';
import styles from './notices.module.css';

const PICTURES: Readonly<Record<NoticeTopic, IconName>> = {
  hotline: 'call',
  transport: 'truck',
  road: 'road',
  weather: 'exclamation',
  other: 'list',
};

export type NoticeCardProps = {
  readonly notice: Notice;
  /** What an organiser can do with it. */
  readonly actions?: ReactNode | undefined;
};

/** A notice, whole: the reader's language first, the number to call, the chats that answer. */
export function NoticeCard({ notice, actions }: NoticeCardProps): ReactElement {
  const words = useWords('notices');
  const { language } = useSettings();
  const headingId = useId();
  const { topic, phone, until } = notice.body;
  const [first, ...others] = textsFor(notice.body, language);
  const links = chatLinks(notice.body);
  return (
    <Card labelledBy={headingId}>
      <Stack gap="small">
        <p className={styles['topic']}>
          <Icon name={PICTURES[topic]} size={1.2} />
          <span>
            {[words.topics[topic], until === null ? '' : words.until(formatDay(until, language))]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </p>
        <h2 id={headingId} lang={first?.language}>
          {first?.title}
        </h2>
        {first === undefined || first.text === '' ? null : (
          <p className={styles['text']} lang={first.language}>
            {first.text}
          </p>
        )}
        {others.map(({ language: other, title, text }) => (
          <p key={other} className={styles['other']} lang={other}>
            {[title, text].filter((part) => part !== '').join('\n')}
          </p>
        ))}
        <Affected notice={notice} />
        {phone === null ? null : (
          <ButtonLink href={telLink(phone)} icon="call" width="full">
            {words.call(unbroken(phone))}
          </ButtonLink>
        )}
        {links.length === 0 ? null : (
          <Stack direction="even" gap="small">
            {links.map(({ chat, href }) => (
              <ButtonLink key={chat} href={href} opens="elsewhere" icon="share" width="full">
                {words.chats[chat]}
              </ButtonLink>
            ))}
          </Stack>
        )}
        {actions}
      </Stack>
    </Card>
  );
}

/** Which places the road leads to, by the names that this phone knows. */
function Affected({ notice }: Pick<NoticeCardProps, 'notice'>): ReactElement | null {
  const words = useWords('notices');
  const called = usePlaceName();
  const known = useQuery(names);
  const { affects } = notice.body;
  if (affects === null || known.type === 'unknown') return null;
  const places = affects.flatMap((id) => known.value.placesById.get(id) ?? []);
  if (places.length === 0) return null;
  return <p>{words.affects(places.map((place) => `${place.code}\u00a0${called(place)}`).join(', '))}</p>;
}
