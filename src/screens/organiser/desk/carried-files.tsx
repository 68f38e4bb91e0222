import { useState, type ReactElement } from 'react';
import { carriedFiles, type CarryTrouble, takeFile } from '#store/carried.ts';
import type { CarriedFile } from '#store/records.ts';
import { people } from '#store/queries/people.ts';
import { verify } from '#sync/web-crypto.ts';
import { Banner } from '#ui/banner.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Stack } from '#ui/stack.tsx';
import { useClient } from '../../common/client.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { useShare } from '../use-share.tsx';

type Left = { readonly name: string; readonly trouble: CarryTrouble | 'notSaved' };

/** Files that drivers saved, opened here and sent on: each with where it is, and each that was left with its reason. */
export function CarriedFiles(): ReactElement {
  const { desk } = useWords('organiser');
  const { store } = useClient();
  const [left, setLeft] = useState<readonly Left[]>([]);
  const take = async (files: readonly File[]): Promise<void> => {
    const troubles: Left[] = [];
    for (const file of files) {
      const trouble = await taken(file);
      if (trouble !== null) troubles.push({ name: file.name, trouble });
    }
    setLeft(troubles);
  };
  const taken = async (file: File): Promise<Left['trouble'] | null> => {
    try {
      const result = await takeFile(store, new Uint8Array(await file.arrayBuffer()), verify);
      return result.ok ? null : result.error;
    } catch {
      // The disk is full, or the file went away while it was read: nothing was written.
      return 'notSaved';
    }
  };
  return (
    <Stack>
      <p>{desk.filesLead}</p>
      <FilePick label={desk.pickFiles} hint={desk.pickFilesHint} many="several" onPick={(files) => void take(files)} />
      <div role="alert">
        {left.map(({ name, trouble }) => (
          <Banner key={name} tone={trouble === 'already' ? 'info' : 'warn'} title={name}>
            <p>{desk.fileTroubles[trouble]}</p>
          </Banner>
        ))}
      </div>
      <Taken />
    </Stack>
  );
}

function Taken(): ReactElement | null {
  const { desk } = useWords('organiser');
  const files = useQuery(carriedFiles);
  const known = useQuery(people);
  const { shown, more } = useShare(files.type === 'known' ? files.value : []);
  if (shown.length === 0 || known.type === 'unknown') return null;
  const nameOf = ({ member }: CarriedFile): string => {
    const name = known.value.membersById.get(member)?.name;
    return name === undefined ? desk.fileOfStranger : desk.fileOf(name);
  };
  return (
    <>
      <List>
        {shown.map((file) => (
          <ListRow
            key={file.id}
            title={`${desk.records(file.count)} ${nameOf(file)}`}
            detail={standingOf(file, desk)}
            tone={isOdd(file) ? 'needsYou' : undefined}
          />
        ))}
      </List>
      {more}
    </>
  );
}

function isOdd({ outcome }: CarriedFile): boolean {
  return outcome !== null && (outcome.type === 'refused' || outcome.oddCount > 0);
}

function standingOf({ outcome }: CarriedFile, desk: ReturnType<typeof useWords<'organiser'>>['desk']): string {
  if (outcome === null) return desk.fileWaiting;
  if (outcome.type === 'refused') return desk.fileRefused;
  return outcome.oddCount > 0 ? desk.fileOdd : desk.fileSent;
}
