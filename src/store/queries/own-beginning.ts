import type { Beginning, PhoneStore } from '../phone-store.ts';

/** Who has used this phone's memory before; asked again when the browser takes it away under the open app. */
export function ownBeginning(store: PhoneStore): Promise<Beginning> {
  return store.beginning();
}
