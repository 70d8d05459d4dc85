import { toPrimaryAction } from "../../../PcfControls/SyncPanel/toPrimaryAction";
import type { ShownStatus } from "../../../PcfControls/shared/deal/toShownStatus";

const facts = {
  firstColumn: "name",
  referralLink: "https://partner.example",
  canSyncNow: true,
  canTurnOn: true,
  isStanding: false,
};

it.each([
  ["notShared", { kind: "turnOn" }],
  ["blocked", { kind: "goToField", column: "name" }],
  ["ready", { kind: "syncNow", wordsKey: "Action_SaveAndSync" }],
  ["queued", { kind: "syncNow", wordsKey: "Action_TryAgain" }],
  ["sending", { kind: "openReferral", url: "https://partner.example" }],
  ["waitingOnMicrosoft", { kind: "openReferral", url: "https://partner.example" }],
  ["inSync", { kind: "openReferral", url: "https://partner.example" }],
  ["changedHere", { kind: "syncNow", wordsKey: "Action_SaveAndSync" }],
  ["changedAtMicrosoft", { kind: "openReferral", url: "https://partner.example" }],
  ["conflict", { kind: "openReferral", url: "https://partner.example" }],
  ["needsAttention", { kind: "syncNow", wordsKey: "Action_TryAgain" }],
  ["closed", { kind: "openReferral", url: "https://partner.example" }],
  ["paused", { kind: "turnOn" }],
] as const)("offers a seller of %s the next step", (status: ShownStatus, action) => {
  expect(toPrimaryAction({ ...facts, status })).toEqual(action);
});

it("offers nothing that cannot be done", () => {
  expect(toPrimaryAction({ ...facts, status: "ready", canSyncNow: false })).toBeNull();
  expect(toPrimaryAction({ ...facts, status: "notShared", canTurnOn: false })).toBeNull();
  expect(toPrimaryAction({ ...facts, status: "paused", canTurnOn: false })).toBeNull();
  expect(toPrimaryAction({ ...facts, status: "inSync", referralLink: null })).toBeNull();
  expect(toPrimaryAction({ ...facts, status: "blocked", firstColumn: null })).toBeNull();
});

it("leaves a deal that Microsoft offers to the buttons of its own card", () => {
  const action = toPrimaryAction({ ...facts, status: "needsAttention", isStanding: true });
  expect(action).toEqual({ kind: "openReferral", url: "https://partner.example" });
});
