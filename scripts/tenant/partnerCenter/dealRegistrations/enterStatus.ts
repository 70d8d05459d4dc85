import { formatInstant } from "../referrals/formatInstant";
import type { DealRegistration, RegistrationStatus } from "./DealRegistration";

const historyNames = {
  ReviewPending: "reviewPendingDateTime",
  ActionRequired: "actionRequiredDateTime",
  Passed: "passedDateTime",
  Failed: "failedDateTime",
  Approved: "approvedDateTime",
} as const;

/** The registration in a new state, which its history remembers. */
export function enterStatus(
  registration: DealRegistration,
  status: RegistrationStatus,
  nowMs: number,
): DealRegistration {
  const statusHistory = { ...registration.statusHistory, [historyNames[status]]: formatInstant(nowMs) };
  return { ...registration, status, statusHistory };
}
