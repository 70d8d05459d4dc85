import { readRegistration } from "../../../../../Solution/engine/domain/dealRegistration/readRegistration";
import { parseReferral, type Referral } from "../../../../../Solution/engine/domain/referral/Referral";
import type { JsonObject } from "../../../../../Solution/engine/domain/values/Json";
import { contractValuePath, registrationMap } from "./wonDeal";

const referral = (changes: JsonObject = {}): Referral => {
  const read = parseReferral({
    id: "the-referral",
    status: "Closed",
    substatus: "Won",
    createdDateTime: "2026-01-15T12:00:00.0000000Z",
    closedDateTime: "2026-01-18T12:00:00.0000000Z",
    details: {},
    registrations: [],
    ...changes,
  });
  if (read === null) throw new Error("no referral");
  return read;
};

const registration = {
  status: "ActionRequired",
  statusReason: "Sign date unreadable",
  contract: { value: 90000, signDateTime: "2026-01-10T00:00:00.0000000Z" },
  solutionDetails: [{ id: "SOL-10001-CFS" }],
};

test("a won deal that nobody registered is known as such, with its times", () => {
  expect(readRegistration(referral(), registrationMap)).toEqual({
    isRegistered: false,
    status: "",
    reason: "",
    values: {},
    createdOn: "2026-01-15T12:00:00.000Z",
    closedOn: "2026-01-18T12:00:00.000Z",
  });
});

test("a registration is read through its lists, as the map writes it", () => {
  const read = readRegistration(referral({ registrations: [registration] }), registrationMap);

  expect(read).toMatchObject({ isRegistered: true, status: "ActionRequired", reason: "Sign date unreadable" });
  expect(read?.values).toMatchObject({
    [contractValuePath]: 90000,
    "/registrations/0/contract/signDateTime": "2026-01-10T00:00:00Z",
    "/registrations/0/solutionDetails/0/id": "SOL-10001-CFS",
  });
});

test("a verdict is read where nobody maps a registration, too", () => {
  expect(readRegistration(referral({ registrations: [registration] }), [])).toMatchObject({ status: "ActionRequired" });
});

test.each<[string, JsonObject, typeof registrationMap]>([
  ["a deal that is not won", { substatus: "Lost" }, registrationMap],
  ["an answer that leaves values out", { details: null }, registrationMap],
  ["a deal that nobody registers", {}, []],
])("%s tells nothing", (_what, changes, map) => {
  expect(readRegistration(referral(changes), map)).toBeNull();
});
