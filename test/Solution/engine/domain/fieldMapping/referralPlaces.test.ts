import { isOwnPlace, placeOf } from "../../../../../Solution/engine/domain/fieldMapping/referralPlaces";
import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";

test.each(standardFieldMap.map(({ referral, sent }) => [referral, sent] as const))(
  "%s of the standard map is documented",
  (path, sent) => {
    expect(placeOf(path)?.sent ?? "not documented").toBe(sent);
  },
);

test("any attribute is a place, the list and what is below an attribute are none", () => {
  const list = "/details/requirements/additionalRequirements/attributes";

  expect(placeOf(`${list}/SolutionArea`)).toEqual({ kind: "text", sent: "create" });
  expect(placeOf(list)).toBeNull();
  expect(placeOf(`${list}/`)).toBeNull();
  expect(placeOf(`${list}/SolutionArea/id`)).toBeNull();
});

test.each([
  "/status",
  "/substatus",
  "/id",
  "/externalReferenceId",
  "/target/0/id",
  "/registrations/-",
  "/inviteContext/invitedBy/organizationId",
])("%s belongs to the connector", (path) => {
  expect(isOwnPlace(path)).toBe(true);
});

test.each(["/idle", "/name", "/statusOfMine", "/inviteContext/notes", "/typeOfDeal"])("%s does not", (path) => {
  expect(isOwnPlace(path)).toBe(false);
});
