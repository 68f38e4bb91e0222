/** What the person reads out when something is wrong; the build writes package.json's version here. */
export const APP_VERSION: string = import.meta.env['APP_VERSION'] ?? '-';
