import { useId, type ChangeEvent, type ReactElement, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import buttonStyles from './button.module.css';
import styles from './file-pick.module.css';

export type FilePickProps = {
  readonly label: string;
  readonly onPick: (files: readonly File[]) => void;
  readonly hint?: ReactNode | undefined;
  /** As in the input: ".csv,text/csv" or "image/*". */
  readonly accept?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly many?: 'one' | 'several' | undefined;
  /** Opens the camera at once where there is one. */
  readonly capture?: 'environment' | undefined;
};

/** The phone's own file chooser behind a button. */
export function FilePick(props: FilePickProps): ReactElement {
  const { label, onPick, hint, accept, icon = 'upload', many = 'one', capture } = props;
  const id = useId();
  const pick = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    // The same file can be chosen again after it was mended.
    event.target.value = '';
    if (files.length > 0) onPick(files);
  };
  return (
    <div className={styles['pick']}>
      <input
        className={styles['input']}
        id={id}
        type="file"
        accept={accept}
        multiple={many === 'several'}
        capture={capture}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={pick}
      />
      <label className={classes(buttonStyles['button'], buttonStyles['secondary'], styles['button'])} htmlFor={id}>
        <Icon name={icon} size={1.25} />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
