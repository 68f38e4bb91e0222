/** The wire's version. Any change of a message's or an argument's fields raises it; a test pins the fields to it. */
export const PROTOCOL_VERSION = 1;

/** The oldest version whose pushes this server still takes. Pulls and refusals are answered to any. */
export const OLDEST_PUSH_VERSION = 1;

/** Hash SHA-256, signature ECDSA P-256, agreement ECDH P-256. One byte, so that another suite can come. */
export const SUITE = 1;
