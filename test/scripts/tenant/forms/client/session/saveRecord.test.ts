/** @jest-environment jsdom */
import { WebApiError } from "../../../../../../scripts/tenant/forms/client/webApi/WebApiError";
import { openFixtureSession } from "../../support/openFixtureSession";
import { ids } from "../../support/salesFixture";

test("hazard: two saves at once create a new record once", async () => {
  const { session, writes } = openFixtureSession({ isNew: true });
  session.page.columns.get("name")?.set("A new deal");

  const outcomes = await Promise.all([session.save("save"), session.save("save")]);

  expect(outcomes).toEqual([
    { kind: "saved", id: ids.opportunity },
    { kind: "saved", id: ids.opportunity },
  ]);
  expect(writes.map(({ verb }) => verb)).toEqual(["create"]);
});

test("hazard: a record that was created but cannot be read back is not created again", async () => {
  const { session, shell, writes, refuseReads } = openFixtureSession({ isNew: true });
  session.page.columns.get("name")?.set("A new deal");
  refuseReads(new WebApiError("0x80040220", "No privilege to read.", 403));

  const outcome = await session.save("save");

  expect(outcome.kind).toBe("saved");
  expect(session.page.id).toBe(ids.opportunity);
  expect(session.page.isDirty).toBe(false);
  expect(shell.dialogs).toMatchObject([{ title: "The record was saved" }]);
  await session.save("save");
  expect(writes.map(({ verb }) => verb)).toEqual(["create"]);
});

test("a new record sends its owner with what was typed", async () => {
  const { session, writes } = openFixtureSession({ isNew: true });
  session.page.columns.get("name")?.set("A new deal");

  await session.save("save");

  expect(writes[0]?.body).toMatchObject({ name: "A new deal", "ownerid@odata.bind": `/systemusers(${ids.user})` });
});

test("a script that fails while saving is told by name; the record is saved all the same", async () => {
  const { session, shell, writes } = openFixtureSession();
  session.page.events.save.add(
    () => {
      throw new Error("no such thing");
    },
    { name: "Acme.onSave" },
  );
  session.page.columns.get("name")?.set("Eight tablets");
  const silence = jest.spyOn(console, "error").mockImplementation(() => undefined);

  const outcome = await session.save("save");
  silence.mockRestore();

  expect(outcome.kind).toBe("saved");
  expect(writes).toHaveLength(1);
  expect(shell.dialogs).toMatchObject([{ kind: "error", text: "Acme.onSave failed: no such thing" }]);
});
