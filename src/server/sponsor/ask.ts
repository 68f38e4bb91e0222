import { err, ok, type Result } from '#lib/result.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Body } from '#domain/rows.ts';
import type { BranchId, Count, RowId } from '#domain/scalars.ts';
import { sponsorLinkIdOf } from '#protocol/names.ts';
import type { SponsorPage } from '#protocol/sponsor-page.ts';
import { wholePicture } from '../photo/show-picture.ts';
import type { Storage, Transaction } from '../storage/port.ts';
import { operate } from '../sync/operator.ts';
import type { SyncPorts } from '../sync/work.ts';
import { needCalled, sponsorPage } from './sponsor-page.ts';
import { present, sponsorRows } from './sponsor-rows.ts';

/** Wrong, revoked, expired, or of a sponsor who is closed: all the same to whoever asks (SPEC 11.2). */
export type LinkFailure = 'notFound';

/** The page behind a sponsor's link. */
export async function sponsorPageOf(
  storage: Storage,
  ports: SyncPorts,
  secret: string,
  now: number,
): Promise<Result<SponsorPage, LinkFailure>> {
  return behindLink(storage, ports, { secret, now }, async (transaction, link) =>
    sponsorPage(await sponsorRows(transaction, link.sponsorId), { ...link, now }, ports.sha256),
  );
}

/** A photo that the link's page shows, by the name that the page gives it; nothing is told of why there is none. */
export async function sponsorPictureOf(
  storage: Storage,
  ports: SyncPorts,
  { secret, photo, now }: { readonly secret: string; readonly photo: string; readonly now: number },
): Promise<Result<Uint8Array, LinkFailure>> {
  const found = await behindLink(storage, ports, { secret, now }, async (transaction, link) => {
    const rows = await sponsorRows(transaction, link.sponsorId);
    const page = sponsorPage(rows, { ...link, now }, ports.sha256);
    const isShown = page.runs.some(({ photos }) => photos.includes(photo));
    const row = isShown ? rows.photos.find(({ body }) => body.hash === photo) : undefined;
    return row === undefined ? err('notFound' as const) : wholePicture(transaction, row.id);
  });
  return found.ok ? found.value : found;
}

/** A sponsor offers to answer a need. It waits for an organiser; asked twice by an impatient thumb, it is one offer. */
export async function offerPledge(
  storage: Storage,
  ports: SyncPorts,
  asked: { readonly secret: string; readonly need: string; readonly count: number; readonly now: number },
): Promise<Result<SponsorPage, LinkFailure>> {
  const offer = await behindLink(storage, ports, asked, async (transaction, link) => {
    const rows = await sponsorRows(transaction, link.sponsorId);
    const need = needCalled(rows, asked.need, ports.sha256);
    const isThere = rows.pledges.some(({ body }) => body.need === need?.id && body.status !== 'closed');
    return need === undefined || isThere ? null : { branch: link.branchId, need, sponsor: link.sponsorId };
  });
  if (!offer.ok) return offer;
  if (offer.value !== null) {
    const { branch, need, sponsor } = offer.value;
    const { item, on, window, district } = need.body;
    const fields = { sponsor, item, count: asked.count as Count, from: on, until: on, window, district, need: need.id };
    const mutation: Mutation = { name: 'pledgeMake', args: { fields } };
    // Refused only when the need or the sponsor was closed meanwhile: the page that follows shows it.
    await operate(storage, ports, { branch, mutation, now: asked.now });
  }
  return sponsorPageOf(storage, ports, asked.secret, asked.now);
}

type Link = {
  readonly branchId: BranchId;
  readonly sponsorId: RowId;
  readonly sponsor: Body<'sponsor'>;
  readonly branch: Body<'branch'>;
};

async function behindLink<T>(
  storage: Storage,
  ports: SyncPorts,
  { secret, now }: { readonly secret: string; readonly now: number },
  read: (transaction: Transaction, link: Link) => Promise<T>,
): Promise<Result<T, LinkFailure>> {
  const id = sponsorLinkIdOf(ports.sha256, secret);
  const branchId = await storage.findBranchOf('sponsorLink', id);
  if (branchId === undefined) return err('notFound');
  return storage.transact(branchId, async (transaction) => {
    const [link] = present<'sponsorLink'>(await transaction.rows([{ kind: 'sponsorLink', id }]));
    if (link?.body.status !== 'open') return err('notFound');
    if (link.body.expiresAt !== null && link.body.expiresAt <= now) return err('notFound');
    const [sponsor] = present<'sponsor'>(await transaction.rows([{ kind: 'sponsor', id: link.body.sponsor }]));
    const own = { kind: 'branch', id: branchId as string as RowId } as const;
    const [branch] = present<'branch'>(await transaction.rows([own]));
    if (sponsor === undefined || branch === undefined || sponsor.body.status !== 'open') return err('notFound');
    return ok(await read(transaction, { branchId, sponsorId: sponsor.id, sponsor: sponsor.body, branch: branch.body }));
  });
}
