import { formatInstant } from "../referrals/formatInstant";
import type { DealRegistration, RegistrationStatus } from "./DealRegistration";

const historyNames = {
  ReviewPending: "reviewPendingDateTime",
  ActionRequired: "actionRequiredDateTime",
  Passed: "passedDateTime",
  Failed: "failedDateTime",
  Approved: "approvedDateTime",
  Closed: null,
} as const;

/** The registration in a new state, which its history remembers. */
export function enterStatus(
  registration: DealRegistration,
  status: RegistrationStatus,
  nowMs: number,
): DealRegistration {
  const name = historyNames[status];
  const entered = name === null ? {} : { [name]: formatInstant(nowMs) };
  const statusHistory = { ...registration.statusHistory, ...entered };
  return { ...registration, status, statusHistory };
}
