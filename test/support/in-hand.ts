/** A promise that a test settles when it wants to. */
export type InHand<T> = {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
};

export function inHand<T>(): InHand<T> {
  const settle: Pick<InHand<T>, 'resolve' | 'reject'>[] = [];
  const promise = new Promise<T>((resolve, reject) => void settle.push({ resolve, reject }));
  const [first] = settle;
  if (first === undefined) throw new Error('A promise runs its executor at once');
  return { promise, ...first };
}
