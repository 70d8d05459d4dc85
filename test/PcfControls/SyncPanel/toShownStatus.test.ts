import fc from "fast-check";
import { choices } from "../../../Solution/engine/domain/schema";
import type { SyncStatus } from "../../../Solution/engine/domain/sync/syncStatus";
import { toShownStatus } from "../../../PcfControls/shared/deal/toShownStatus";

const synced = { isSyncOn: true, isShared: false, blockingCount: 0 };

it.each(["notShared", "blocked", "ready"] as const)("corrects %s by what stands on the form", (stored) => {
  expect(toShownStatus({ ...synced, stored, blockingCount: 2 })).toBe("blocked");
  expect(toShownStatus({ ...synced, stored, blockingCount: 0 })).toBe("ready");
});

it("promises Ready until more is known, when sync was just switched on", () => {
  expect(toShownStatus({ ...synced, stored: "notShared", blockingCount: null })).toBe("ready");
});

it("tells of changes that wait once the items of a shared deal are settled", () => {
  expect(toShownStatus({ ...synced, isShared: true, stored: "blocked", blockingCount: 0 })).toBe("changedHere");
});

it("keeps Blocked while it is not known whether the items are settled", () => {
  expect(toShownStatus({ ...synced, stored: "blocked", blockingCount: null })).toBe("blocked");
});

it("shows Not shared before, and Paused after the first sending, when sync is off", () => {
  const off = { stored: "inSync" as const, isSyncOn: false, blockingCount: 0 };
  expect(toShownStatus({ ...off, isShared: false })).toBe("notShared");
  expect(toShownStatus({ ...off, isShared: true })).toBe("paused");
});

it("shows a closed deal as closed, whatever the toggle says", () => {
  expect(toShownStatus({ stored: "closed", isSyncOn: false, isShared: true, blockingCount: 3 })).toBe("closed");
});

// Law: what happened between the two sides is the server's to say.
it("never overrides a status of a synced referral", () => {
  const afterSending = (Object.keys(choices.syncStatus) as SyncStatus[]).filter(
    (status) => !["notShared", "blocked", "ready"].includes(status),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...afterSending),
      fc.option(fc.nat(9)),
      fc.boolean(),
      (stored, blockingCount, isShared) => {
        expect(toShownStatus({ stored, isSyncOn: true, isShared, blockingCount })).toBe(stored);
      },
    ),
  );
});
