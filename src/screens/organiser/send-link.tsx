import { useState, type ReactElement } from 'react';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '../common/words.ts';

export type SendLinkProps = {
  readonly link: string;
  /** What a chat receives, the link within it. */
  readonly text: string;
};

/** The phone's own way to send, where it has one; copying everywhere. */
export function SendLink({ link, text }: SendLinkProps): ReactElement {
  const { actions } = useWords('common');
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    // A browser that refuses the clipboard still shows the link, which can be marked and copied by hand.
    navigator.clipboard.writeText(link).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  const share = (): void => {
    // Closing the phone's own sheet is an answer too.
    navigator.share({ text }).catch(() => {});
  };
  return (
    <Stack direction="row" gap="small">
      {'share' in navigator ? (
        <Button icon="share" onPress={share}>
          {actions.share}
        </Button>
      ) : null}
      <Button icon={isCopied ? 'tick' : 'copy'} onPress={copy}>
        {isCopied ? actions.copied : actions.copy}
      </Button>
    </Stack>
  );
}
