import { createCustomize } from "../../../../../Solution/engine/adapters/dataverse/createCustomize";
import { createHost } from "../../../../../Solution/engine/adapters/host/Host";

const change = {
  table: "opportunity",
  operation: "create",
  record: { name: "Fabrikam ERP" },
  referral: { id: "r-1" },
} as const;

const answering = (answer: unknown) => {
  const calls: unknown[] = [];
  const host = createHost((op, args) => {
    calls.push({ op, ...(JSON.parse(args) as object) });
    return JSON.stringify(answer);
  });
  return { calls, customize: createCustomize(host) };
};

test("without an API the record stays as it is and nobody is asked", async () => {
  const { calls, customize } = answering({});

  expect(await customize("", change)).toEqual({ kind: "done", value: change.record });
  expect(calls).toEqual([]);
});

test("the API sees the record and the referral as the user, and its record counts", async () => {
  const { calls, customize } = answering({ ok: true, value: { results: { Record: '{"name":"Changed","new_x":1}' } } });

  expect(await customize("new_Customize", change)).toEqual({ kind: "done", value: { name: "Changed", new_x: 1 } });
  expect(calls).toEqual([
    {
      op: "org.execute",
      message: "new_Customize",
      as: "user",
      parameters: {
        Record: '{"name":"Fabrikam ERP"}',
        Referral: '{"id":"r-1"}',
        Operation: "create",
        Table: "opportunity",
      },
    },
  ]);
});

test.each([
  ["its plug-in threw", { ok: false, code: "0x80040265", message: "no budget" }, "customize.failed"],
  ["it took too long", { ok: false, code: "0x8004418d", message: "time-out" }, "customize.failed"],
  ["there is none of that name", { ok: false, code: "0x80044180", message: "not supported" }, "customize.unknown"],
  ["it answered nothing", { ok: true, value: { results: {} } }, "customize.unreadable"],
  ["it answered no JSON", { ok: true, value: { results: { Record: "{" } } }, "customize.unreadable"],
  ["it answered a list", { ok: true, value: { results: { Record: "[]" } } }, "customize.unreadable"],
])("when %s, the change fails with words", async (_case, answer, code) => {
  const outcome = await answering(answer).customize("new_Customize", change);

  expect(outcome).toMatchObject({ kind: "failed", failure: { code } });
});
