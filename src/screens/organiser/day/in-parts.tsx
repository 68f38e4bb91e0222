import { useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { useWords } from '../../common/words.ts';

const AT_ONCE = 40;

type InPartsProps<Row> = {
  readonly rows: readonly Row[];
  readonly children: (part: readonly Row[]) => ReactNode;
};

/** The first rows, and more of them when they are asked for: a day of hundreds opens at once, and is left at once. */
export function InParts<Row>({ rows, children }: InPartsProps<Row>): ReactElement {
  const { day: words } = useWords('organiser');
  const [count, setCount] = useState(AT_ONCE);
  return (
    <>
      {children(rows.slice(0, count))}
      {rows.length <= count ? null : (
        <Button width="full" icon="down" onPress={() => setCount(count + AT_ONCE)}>
          {words.more(rows.length - count)}
        </Button>
      )}
    </>
  );
}
