import { addMs } from "../../../../../Solution/engine/domain/values/instant";
import { emptyMaintenanceMemory } from "../../../../../Solution/engine/domain/maintenance/MaintenanceMemory";
import { checkSignIn } from "../../../../../Solution/engine/flows/maintenance/checkSignIn";
import type { MaintenanceRun } from "../../../../../Solution/engine/flows/maintenance/MaintenanceRun";
import { toFailure } from "../../../../../Solution/engine/domain/failure/Failure";
import { done, failed, type Outcome } from "../../../../../Solution/engine/domain/failure/Outcome";

const startedOn = "2026-11-22T21:00:00.000Z";
const dayMs = 86_400_000;

let renewals: number;
let token: Outcome<string>;

beforeEach(() => {
  renewals = 0;
  token = done("token");
});

const warningOf = async (daysLeft: number | null): Promise<string | undefined> => {
  const renew = () => {
    renewals += 1;
    return Promise.resolve(token);
  };
  const run = {
    ports: { tokens: () => ({ renew }) },
    settings: {},
    startedOn,
    signInEndsOn: daysLeft === null ? null : addMs(startedOn, daysLeft * dayMs),
  } as unknown as MaintenanceRun;
  return (await checkSignIn(run, emptyMaintenanceMemory)).report.warning;
};

test.each([90, 84])("a sign-in that was used lately is left alone, with %i days left", async (daysLeft) => {
  expect(await warningOf(daysLeft)).toBeUndefined();
  expect(renewals).toBe(0);
});

test.each([82, 10])("a sign-in that nothing uses is used, with %i days left", async (daysLeft) => {
  expect(await warningOf(daysLeft)).toBeUndefined();
  expect(renewals).toBe(1);
});

test("a sign-in that Microsoft Entra refuses is told with what to do", async () => {
  token = failed(toFailure("token.revoked", ""));

  expect(await warningOf(40)).toBe(
    "The connector's sign-in to Partner Center was ended, for example by a new password. Sign the connector in to Partner Center again.",
  );
  expect(await warningOf(10)).toMatch(/^The connector's sign-in to Partner Center ends on 2026-12-02\. /);
});

test("no sign-in, or one that has ended, is told without asking anybody", async () => {
  expect(await warningOf(null)).toContain("not signed in");
  expect(await warningOf(-1)).toContain("has expired");
  expect(renewals).toBe(0);
});
