import type { ReactElement, ReactNode } from 'react';
import type { Args, Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import { EditDialog } from './edit-dialog.tsx';

/** What is opened, amended and closed by the same form. */
type Kind = 'checkpoint' | 'item' | 'kitchen' | 'mealWindow' | 'notice' | 'returnable' | 'sponsor';
type Fields<K extends Kind> = Args<`${K}Create`>['fields'];

export type ThingDialogProps<K extends Kind> = {
  readonly kind: K;
  /** Undefined for a new one. */
  readonly row: { readonly id: RowId; readonly status: 'open' | 'closed' } | undefined;
  readonly title: string;
  readonly subject: string;
  readonly words: Readonly<Record<'close' | 'closeLead' | 'reopen', string>>;
  /** What was entered, or null when something is wrong: then the fields say what. */
  readonly toFields: () => Fields<K> | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The form of something that can be closed: saving what is closed opens it again. */
export function ThingDialog<K extends Kind>(props: ThingDialogProps<K>): ReactElement {
  const { kind, row, title, subject, words, toFields, onClose, children } = props;
  const toMutation = (): Mutation | null => {
    const fields = toFields();
    if (fields === null) return null;
    // The compiler cannot see that a name which is put together belongs to the fields beside it.
    return (
      row === undefined
        ? { name: `${kind}Create`, args: { fields } }
        : { name: `${kind}Amend`, args: { id: row.id, fields } }
    ) as Mutation;
  };
  const closing: `${Kind}Close` = `${kind}Close`;
  return (
    <EditDialog
      title={title}
      subject={subject}
      saveLabel={row?.status === 'closed' ? words.reopen : undefined}
      toMutation={toMutation}
      onClose={onClose}
      other={
        row?.status === 'open'
          ? { label: words.close, hint: words.closeLead, mutation: { name: closing, args: { id: row.id } } }
          : undefined
      }
    >
      {children}
    </EditDialog>
  );
}
