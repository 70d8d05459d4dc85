import { readDealsOf } from "../../../WebResources/Commands/readDealsOf";
import type { DataClient, Row } from "../../../WebResources/shared/forms/DataClient";
import { choices } from "../../../Solution/engine/domain/schema";

const needsAttention = choices.syncStatus.needsAttention;

const createClient = (answers: Readonly<Record<string, Row[] | "forbidden">>) => {
  const asked: string[] = [];
  const client: DataClient = {
    execute: () => Promise.reject(new Error("Nothing is called here.")),
    retrieveMultiple: async (set, query) => {
      asked.push(`${set}?${query}`);
      const rows = answers[set] ?? [];
      return rows === "forbidden" ? { kind: "failed", failure: "forbidden" } : { kind: "done", value: rows };
    },
  };
  return { asked, client };
};

const opportunity = (id: string, more: Row = {}): Row => ({ opportunityid: id, name: `Deal ${id}`, ...more });

test("a deal is offered when its link says that an answer is due, whoever was asked for one before", async () => {
  const { client } = createClient({
    opportunities: [
      opportunity("1", { cosell_syncstatus: needsAttention }),
      opportunity("2", { cosell_syncstatus: needsAttention }),
    ],
    cosell_links: [{ _cosell_opportunityid_value: "2" }],
  });
  const found = await readDealsOf(client, "opportunity", ["1", "2"]);
  expect(found).toMatchObject({ kind: "done", value: [{ isOffered: false }, { isOffered: true }] });
});

test("links are asked only where something waits, and who may not read them is offered nothing", async () => {
  const quiet = createClient({ opportunities: [opportunity("1")] });
  await readDealsOf(quiet.client, "opportunity", ["1"]);
  expect(quiet.asked).toHaveLength(1);

  const { client } = createClient({
    opportunities: [opportunity("1", { cosell_syncstatus: needsAttention })],
    cosell_links: "forbidden",
  });
  expect(await readDealsOf(client, "opportunity", ["1"])).toMatchObject({ value: [{ isOffered: false }] });
});

test("a long selection is read in parts, and keeps its order", async () => {
  const ids = Array.from({ length: 90 }, (_, at) => String(at));
  const { asked, client } = createClient({ opportunities: [...ids].reverse().map((id) => opportunity(id)) });
  const found = await readDealsOf(client, "opportunity", ids);
  expect(asked).toHaveLength(3);
  expect(found.kind === "done" && found.value.map(({ id }) => id)).toEqual(ids);
});

test("a conflict or a link stands for the opportunity or the lead that it is about", async () => {
  const { client } = createClient({
    cosell_conflicts: [
      { cosell_conflictid: "c", _cosell_opportunityid_value: "1" },
      { cosell_conflictid: "d", _cosell_leadid_value: "2" },
    ],
    opportunities: [opportunity("1")],
    leads: [{ leadid: "2", fullname: "Lead 2" }],
  });
  expect(await readDealsOf(client, "cosell_conflict", ["c", "d"])).toMatchObject({
    value: [
      { table: "opportunity", id: "1" },
      { table: "lead", id: "2" },
    ],
  });
});

test("other tables have no deals, and what cannot be read is told", async () => {
  const { client } = createClient({ opportunities: "forbidden" });
  expect(await readDealsOf(client, "account", ["1"])).toEqual({ kind: "done", value: [] });
  expect(await readDealsOf(client, "opportunity", ["1"])).toEqual({ kind: "failed", failure: "forbidden" });
});
