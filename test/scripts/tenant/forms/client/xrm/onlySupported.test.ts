import { onlySupported } from "../../../../../../scripts/tenant/forms/client/xrm/onlySupported";

interface Loose {
  known: string;
  [member: string]: unknown;
}

const guarded = onlySupported<Loose>("Xrm.Things", { known: "yes" }, new Set(["elsewhere"]));

test("a member that is there is there", () => {
  expect(guarded.known).toBe("yes");
});

test("a member that is not there throws and says which", () => {
  expect(() => guarded["unknown"]).toThrow("Xrm.Things.unknown is not supported by the local tenant.");
});

test("a member Dynamics 365 leaves undefined here is undefined", () => {
  expect(guarded["elsewhere"]).toBeUndefined();
});

test("hazard: waiting for it, printing it and comparing it work", async () => {
  await expect(Promise.resolve(guarded)).resolves.toBe(guarded);
  expect(JSON.stringify(guarded)).toBe('{"known":"yes"}');
  expect("unknown" in guarded).toBe(false);
});
