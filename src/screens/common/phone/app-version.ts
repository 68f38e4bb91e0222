/** What the person reads out when something is wrong; the build writes package.json's version here. */
export const APP_VERSION = String(import.meta.env['APP_VERSION'] ?? '-');
