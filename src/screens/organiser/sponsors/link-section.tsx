import { useState, type ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import type { KnownSponsor } from '#store/queries/sponsors.ts';
import { newSponsorLink, sponsorAddress } from '#sync/new-sponsor-link.ts';
import { webRandom } from '#sync/web-crypto.ts';
import { Button } from '#ui/button.tsx';
import { QrPicture } from '#ui/qr-picture.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import { linkToModules } from '../link-to-modules.ts';
import { SendLink } from '../send-link.tsx';
import styles from './sponsors.module.css';

export type LinkSectionProps = { readonly sponsor: KnownSponsor; readonly onEdit: () => void };

/** The sponsor's link: made here, shown once, withdrawn with one tap. Its secret lives on this screen and nowhere else. */
export function LinkSection({ sponsor, onEdit }: LinkSectionProps): ReactElement {
  const words = useWords('pledges');
  const { actions } = useWords('common');
  const saving = useSave();
  // Made once for the screen: saving again what is unsure must be the same link.
  const [made, setMade] = useState(() => newSponsorLink(webRandom));
  const [isShown, setIsShown] = useState(false);
  const revoked = sponsor.links.map(({ id }): Mutation => ({ name: 'sponsorLinkRevoke', args: { id } }));
  const make = (): void => {
    const link: Mutation = { name: 'sponsorLinkCreate', args: { id: made.id, sponsor: sponsor.id, expiresAt: null } };
    void saving.save(link, ...revoked).then((saved) => setIsShown(saved !== null));
  };
  const revoke = (): void => {
    void saving.save(...revoked).then(() => {
      setIsShown(false);
      setMade(newSponsorLink(webRandom));
    });
  };
  return (
    <Section
      heading={words.link}
      aside={
        <Button size="dense" icon="settings" onPress={onEdit}>
          {actions.change}
        </Button>
      }
    >
      <p>{words.linkLead}</p>
      <p role="status">{sponsor.links.length > 0 ? words.linkOpen : words.linkNone}</p>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
      {isShown ? <LinkShown sponsor={sponsor.name} secret={made.secret} /> : null}
      <Stack direction="row" gap="small">
        {isShown ? null : (
          <Button icon="qr" once={saving.tap} onPress={make}>
            {words.makeLink}
          </Button>
        )}
        {sponsor.links.length > 0 ? (
          <Button look="quiet" once={saving.tap} onPress={revoke}>
            {words.revoke}
          </Button>
        ) : null}
      </Stack>
    </Section>
  );
}

function LinkShown({ sponsor, secret }: { readonly sponsor: string; readonly secret: string }): ReactElement {
  const words = useWords('pledges');
  const link = sponsorAddress(window.location.origin, secret);
  return (
    <Stack>
      <div className={styles['picture']}>
        <QrPicture modules={linkToModules(link)} label={words.picture} />
      </div>
      <p className={styles['link']}>{link}</p>
      <SendLink link={link} text={words.linkText(sponsor, link)} />
    </Stack>
  );
}
