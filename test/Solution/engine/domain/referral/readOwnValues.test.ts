import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import { readOwnValues } from "../../../../../Solution/engine/domain/referral/readOwnValues";
import type { Json } from "../../../../../Solution/engine/domain/values/Json";

const member = (firstName: string, email = `${firstName.toLowerCase()}@partner.example`): Json => ({
  firstName,
  lastName: "Seller",
  phoneNumber: "+47 1",
  email,
});

const [sam, cora, tom] = [member("Sam"), member("Cora"), member("Tom")];

/** Who is the owner in a team, for Dynamics 365 naming the first of these now and the others before. */
const ownerIn = (team: Json, ...known: Json[]): unknown =>
  readOwnValues(
    { team },
    known.map((owner) => ({ "/team": [owner] })),
    standardFieldMap,
  )["/team"];

test.each<[string, Json, Json[], Json]>([
  ["somebody added alone is nobody's owner", [tom], [sam], []],
  ["the owner is found behind somebody else", [tom, sam], [sam], [sam]],
  ["the owner of before is found while the new one is missing", [tom, sam], [cora, sam], [sam]],
  ["the owner of now counts before the one of before", [sam, cora], [cora, sam], [cora]],
  [
    "another phone number or case of letters is the same person, as Partner Center holds it",
    [sam],
    [member("S", "SAM@partner.example")],
    [sam],
  ],
  [
    "an owner without an address is found by everything else",
    [tom, member("Ann", "")],
    [member("Ann", "")],
    [member("Ann", "")],
  ],
  ["an empty team has no owner", [], [sam], []],
])("%s", (_words, team, known, owner) => {
  expect(ownerIn(team, ...known)).toEqual(owner);
});

describe("solutions are their ids, whatever either side calls them", () => {
  const path = "/details/requirements/solutions";
  const solution = (id: string, name: string): Json => ({ id, type: "Name", name });
  const known = [solution("SOL-1", "Ours"), solution("SOL-2", "Ours, too")];
  const read = (...there: Json[]): unknown =>
    readOwnValues({ details: { requirements: { solutions: there } } }, [{ [path]: known }], standardFieldMap)[path];

  test("given other names in another order, then nothing was changed there", () => {
    expect(read(solution("SOL-2", "Theirs"), solution("SOL-1", "Theirs"))).toEqual(known);
  });

  test.each<[string, Json[]]>([
    ["one more", [...known, solution("SOL-3", "New")]],
    ["one less", known.slice(1)],
    ["another one of the same name", [solution("SOL-1", "Ours"), solution("SOL-3", "Ours, too")]],
  ])("given %s, then that was changed there", (_what, there) => {
    expect(read(...there)).toEqual(there);
  });
});
