/** The screens that are one tap away from the first one, as one chunk. */
export { NoticesScreen } from '#screens/common/notices/notices-screen.tsx';
export { PhoneScreen } from '#screens/common/phone/phone-screen.tsx';
export { RevokedScreen } from '#screens/common/revoked-screen.tsx';
export { ScanScreen } from '#screens/common/scan/scan-screen.tsx';
export { UnsentScreen } from '#screens/common/unsent/unsent-screen.tsx';
export { EndScreen } from '#screens/driver/end-screen.tsx';
export { RequestScreen } from '#screens/driver/request-screen.tsx';
export { ReturnablesScreen } from '#screens/driver/returnables-screen.tsx';
export { StopScreen } from '#screens/driver/stop-screen.tsx';
export { UnplannedScreen } from '#screens/driver/unplanned-screen.tsx';
