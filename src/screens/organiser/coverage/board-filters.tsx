import { useMemo, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useWide } from '../../common/use-wide.ts';
import { useWords } from '../../common/words.ts';
import type { BoardAddress } from './use-board-address.ts';
import styles from './coverage.module.css';

export type BoardFiltersProps = { readonly standing: CoverageStanding; readonly address: BoardAddress };

/** What of the board is shown: gaps, a district, an item, a place. On a phone most of it is folded away. */
export function BoardFilters(props: BoardFiltersProps): ReactElement {
  const { filters } = useWords('coverage');
  const { filter, goTo } = props.address;
  const isWide = useWide();
  return (
    <div className={styles['filters']} role="group" aria-label={filters.label}>
      <Button
        icon={filter.show === 'gaps' ? 'tick' : undefined}
        isPressed={filter.show === 'gaps'}
        onPress={() => goTo({ show: filter.show === 'gaps' ? 'all' : 'gaps' })}
      >
        {filters.gapsOnly}
      </Button>
      {isWide ? (
        <Choices {...props} />
      ) : (
        <div className={styles['folded']}>
          <Disclosure summary={filters.label}>
            <div className={styles['filters']}>
              <Choices {...props} />
            </div>
          </Disclosure>
        </div>
      )}
    </div>
  );
}

/** What there is no choice about is not asked. */
function Choices({ standing, address }: BoardFiltersProps): ReactElement {
  const { filters } = useWords('coverage');
  const { filter, goTo } = address;
  const { checkpoints, items } = standing;
  const districts = useMemo(
    () => [...new Set(checkpoints.map(({ body }) => body.district))].filter((district) => district !== '').toSorted(),
    [checkpoints],
  );
  return (
    <>
      {districts.length < 2 ? null : (
        <div className={styles['filter']}>
          <Select
            label={filters.district}
            value={filter.district}
            options={[
              { value: '', label: filters.allDistricts },
              ...districts.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(district) => goTo({ district })}
          />
        </div>
      )}
      {items.length < 2 ? null : (
        <div className={styles['filter']}>
          <Select<RowId | ''>
            label={filters.item}
            value={filter.item}
            options={[
              { value: '', label: filters.allItems },
              ...items.map(({ id, body }) => ({ value: id, label: body.name })),
            ]}
            onChange={(item) => goTo({ item })}
          />
        </div>
      )}
      {checkpoints.length < 9 ? null : (
        <div className={styles['filter']}>
          <TextInput label={filters.search} value={filter.search} onChange={(search) => goTo({ search })} />
        </div>
      )}
    </>
  );
}
