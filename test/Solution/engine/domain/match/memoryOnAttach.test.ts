import { standardFieldMap } from "../../../../../Solution/engine/domain/mapping/standardFieldMap";
import { memoryOnAttach } from "../../../../../Solution/engine/domain/match/memoryOnAttach";

const name = "/name";
const notes = "/details/notes";
const reference = "/externalReferenceId";

test.each([
  ["what is equal is agreed", notes, "Same", "Same", { [notes]: "Same" }],
  ["an empty column takes what Partner Center holds, as the only change", notes, "", "Theirs", { [notes]: "" }],
  ["what differs has no base, so that neither side overwrites the other", name, "Ours", "Theirs", {}],
  ["what is empty there was never taken away there", notes, "Ours", "", {}],
  ["what only goes to Partner Center is sent", reference, "ours", "theirs", { [reference]: "theirs" }],
])("%s", (_what, path, here, there, agreed) => {
  expect(memoryOnAttach({ [path]: here }, { [path]: there }, standardFieldMap).values).toEqual(agreed);
});

test("whoever comes first looks at Partner Center before anything is sent", () => {
  expect(memoryOnAttach({}, {}, standardFieldMap)).toMatchObject({ unseen: "syncWasOff", own: null });
});
