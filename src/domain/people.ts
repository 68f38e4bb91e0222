import * as v from 'valibot';
import { deviceId, instant, name, nameOrEmpty, phone, rowId } from './scalars.ts';

/**
 * What a person may do; `technicalSupport` answers requests, for a company that brings power or connections; `coordinator` sees totals and gaps of all branches; `operator` is the server's own hand (its commands), and never enrols.
 */
export const role = v.picklist(['driver', 'organiser', 'operator', 'technicalSupport', 'coordinator']);
export type Role = v.InferOutput<typeof role>;
/** The roles that an invite can give. */
export const enrolledRole = v.picklist(['driver', 'organiser', 'technicalSupport', 'coordinator']);
/** Those that organisers can give: a coordinator sees other branches than theirs, so only the operator makes one. */
export const givenRoles = enrolledRole.options.filter((option) => option !== 'coordinator');
export type EnrolledRole = v.InferOutput<typeof enrolledRole>;

/** Somebody who enrolled: what to call them, and how to reach them if they said so. */
export const memberBody = v.object({
  name,
  role: enrolledRole,
  /** An organiser invited by another waits until one confirms; nobody else waits. */
  status: v.picklist(['active', 'waiting']),
  phone: v.nullable(phone),
});
export type MemberBody = v.InferOutput<typeof memberBody>;

const publicKey = v.pipe(v.string(), v.regex(/^[\w-]{87}$/));

/** A phone or computer of a member. Row id: the device's id. Keys are raw P-256 points in base64url. */
export const deviceBody = v.object({
  member: rowId,
  label: name,
  signKey: publicKey,
  agreeKey: publicKey,
  status: v.picklist(['active', 'revoked']),
});
export type DeviceBody = v.InferOutput<typeof deviceBody>;

/** More open notices than anybody reads. */
export const MAX_NOTICE_MARKS = 40;
/** A notice as it stands (notice-mark.ts). */
export const noticeMarkText = v.pipe(v.string(), v.regex(/^[0-9a-z]{8}$/));

/** When a device was last heard, kept by the server. Row id: the device's id. */
export const contactBody = v.object({
  heardAt: instant,
  throughNumber: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The open notices that it has proved to hold as they stand, the latest first; null when that is not known. */
  notices: v.nullable(v.pipe(v.array(noticeMarkText), v.maxLength(MAX_NOTICE_MARKS))),
});
export type ContactBody = v.InferOutput<typeof contactBody>;

/** Row id: the first sixteen bytes of SHA-256 of the secret, in base32; the secret itself is stored nowhere. */
export const inviteBody = v.object({
  role: enrolledRole,
  /** Whom it is for, as the inviter wrote it; empty when for anyone. */
  label: nameOrEmpty,
  expiresAt: instant,
  status: v.picklist(['open', 'used', 'revoked']),
  usedBy: v.nullable(deviceId),
  /** True when the operator's: its organiser needs no confirmation. */
  fromOperator: v.boolean(),
  /** Whose next device it lets in; null when it makes a new member. */
  member: v.nullable(rowId),
});
export type InviteBody = v.InferOutput<typeof inviteBody>;

export { publicKey };
