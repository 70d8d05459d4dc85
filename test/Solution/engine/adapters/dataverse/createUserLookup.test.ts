import { createUserLookup } from "../../../../../Solution/engine/adapters/dataverse/createUserLookup";
import { createHost } from "../../../../../Solution/engine/adapters/host/Host";

const forgetful = { get: () => Promise.resolve(null), put: () => Promise.resolve() };
const currency = { table: "transactioncurrency", id: "0b9c3f0e-1111-4a11-8a11-000000000012" };

const askRefused = (code: string) => {
  const host = createHost(() => JSON.stringify({ ok: false, code, message: "refused" }));
  return createUserLookup(host, forgetful).currencyCode(currency);
};

test.each([
  ["0x80072322", "dataverse.busy"],
  ["0x80044151", "dataverse.timeout"],
])(
  "a currency that Dynamics 365 cannot tell for the moment, %s, is a failure, not one that nobody may see",
  async (code, failure) => {
    expect(await askRefused(code)).toMatchObject({ kind: "failed", failure: { code: failure } });
  },
);

test.each(["0x80040220", "0x80040217"])("a currency that the user may not see, %s, is told as such", async (code) => {
  expect(await askRefused(code)).toEqual({ kind: "done", value: undefined });
});
