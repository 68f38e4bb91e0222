import type { ReactElement } from 'react';
import type { Position } from '#domain/scalars.ts';
import { mapLink, mapNames } from '#domain/views/map-links.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stack } from '#ui/stack.tsx';
import { telLink, unbroken } from '../common/tel-link.ts';
import { useWords } from '../common/words.ts';

export type ContactLinksProps = {
  readonly phone: string | null | undefined;
  readonly position: Position | null | undefined;
};

/** Call them, find the way. Neither needs our server. */
export function ContactLinks({ phone, position }: ContactLinksProps): ReactElement | null {
  const { stop } = useWords('driver');
  const hasPhone = phone !== null && phone !== undefined;
  const hasPosition = position !== null && position !== undefined;
  if (!hasPhone && !hasPosition) return null;
  return (
    <Stack gap="small">
      {hasPhone ? (
        <ButtonLink href={telLink(phone)} icon="call" width="full">
          {`${stop.call} ${unbroken(phone)}`}
        </ButtonLink>
      ) : null}
      {hasPosition ? (
        <Disclosure summary={stop.navigate}>
          <Stack direction="even" gap="small">
            {mapNames.map((map) => (
              <ButtonLink
                key={map}
                href={mapLink(map, position)}
                icon="pin"
                width="full"
                opens={map === 'other' ? 'here' : 'elsewhere'}
              >
                {stop.maps[map]}
              </ButtonLink>
            ))}
          </Stack>
        </Disclosure>
      ) : null}
    </Stack>
  );
}
