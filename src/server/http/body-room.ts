/** Memory for all bodies in flight together, packed and unpacked: what arrives beyond it is asked to come later. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** Nobody alone may fill it; behind one address there may be a town's phones. */
const SHARE_OF_ONE = 1 / 4;

/** What one body holds of the room. */
export type Held = {
  /** False when there is no room for so many bytes more. */
  readonly take: (bytes: number) => boolean;
  /** Gives all of it back. */
  readonly release: () => void;
};

/** The room that bodies in flight share. */
export type BodyRoom = { readonly enter: (asker: string) => Held };

/** An empty room. */
export function bodyRoom(mostBytes: number = MOST_BYTES): BodyRoom {
  const heldByAsker = new Map<string, number>();
  let held = 0;
  return {
    enter: (asker) => {
      let own = 0;
      return {
        take: (bytes) => {
          const ofAsker = (heldByAsker.get(asker) ?? 0) + bytes;
          if (held + bytes > mostBytes || ofAsker > mostBytes * SHARE_OF_ONE) return false;
          heldByAsker.set(asker, ofAsker);
          held += bytes;
          own += bytes;
          return true;
        },
        release: () => {
          const left = (heldByAsker.get(asker) ?? 0) - own;
          if (left > 0) heldByAsker.set(asker, left);
          else heldByAsker.delete(asker);
          held -= own;
          own = 0;
        },
      };
    },
  };
}
