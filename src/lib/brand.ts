declare const brand: unique symbol;

/** A nominal type: `Brand<string, 'DeviceId'>` cannot be passed where another kind of string is meant. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
