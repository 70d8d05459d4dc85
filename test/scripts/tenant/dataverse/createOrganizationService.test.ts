import {
  ada,
  adaId,
  amount,
  createSales,
  entity,
  euroId,
  option,
  reference,
  system,
  type Sales,
} from "./support/createSales";

let sales: Sales;
beforeEach(async () => {
  sales = await createSales();
});
afterEach(() => sales.close());

const refusal = (code: string, message: unknown = expect.any(String)): unknown =>
  expect.objectContaining({ name: "DataverseError", code, message });

test("a new row has owner, dates, state and defaults, and is read back with names and texts", async () => {
  const accountId = await sales.service.create(entity("account", { name: "Fabrikam" }), ada);
  const id = await sales.service.create(
    entity("opportunity", {
      name: "Big deal",
      customerid: reference("account", accountId),
      estimatedvalue: amount("1234.5"),
      transactioncurrencyid: reference("transactioncurrency", euroId),
      estimatedclosedate: { $t: "dt", v: "2026-05-01" },
    }),
    ada,
  );

  const row = await sales.service.retrieve("opportunity", id, "all", ada);

  expect(row.attributes).toMatchObject({
    opportunityid: { $t: "guid", v: id },
    name: "Big deal",
    customerid: { $t: "ref", table: "account", id: accountId, name: "Fabrikam" },
    estimatedvalue: { $t: "money", v: "1234.5" },
    estimatedvalue_base: { $t: "money", v: "1543.125" },
    exchangerate: { $t: "dec", v: "0.8" },
    estimatedclosedate: { $t: "dt", v: "2026-05-01T00:00:00Z" },
    createdon: { $t: "dt", v: "2026-03-14T09:26:53Z" },
    createdby: { $t: "ref", table: "systemuser", id: adaId, name: "Ada Lovelace" },
    ownerid: { $t: "ref", table: "systemuser", id: adaId, name: "Ada Lovelace" },
    statecode: { $t: "opt", v: 0 },
    statuscode: { $t: "opt", v: 1 },
    rating: { $t: "opt", v: 2 },
    isshared: false,
  });
  expect(row.attributes).not.toHaveProperty("description");
  expect(row.formatted).toMatchObject({
    estimatedvalue: "€1,234.50",
    estimatedclosedate: "5/1/2026",
    createdon: "3/14/2026 9:26 AM",
    rating: "Warm",
    isshared: "No",
  });
});

test("an update changes only what it names and gives the row a higher version", async () => {
  const id = await sales.service.create(entity("account", { name: "A", numberofemployees: 3 }), ada);
  const before = await sales.service.retrieve("account", id, "all", ada);
  sales.setClock(new Date("2026-03-15T00:00:00Z"));

  await sales.service.update(entity("account", { name: "B" }, id), ada);

  const after = await sales.service.retrieve("account", id, "all", ada);
  expect(after.attributes).toMatchObject({
    name: "B",
    numberofemployees: 3,
    modifiedon: { v: "2026-03-15T00:00:00Z" },
  });
  expect(after.attributes.createdon).toEqual(before.attributes.createdon);
  expect(Number(after.rowVersion)).toBeGreaterThan(Number(before.rowVersion));
});

test("a deleted row is gone, with the rows that cascade, and lets go of the rest", async () => {
  const { service } = sales;
  const accountId = await service.create(entity("account", { name: "A" }), ada);
  const contactId = await service.create(
    entity("contact", { lastname: "C", parentcustomerid: reference("account", accountId) }),
    ada,
  );
  const opportunityId = await service.create(
    entity("opportunity", { name: "O", parentaccountid: reference("account", accountId) }),
    ada,
  );

  await service.delete("account", accountId, ada);

  await expect(service.retrieve("account", accountId, "all", ada)).rejects.toEqual(
    refusal("0x80040217", `Entity 'account' With Id = ${accountId} Does Not Exist`),
  );
  await expect(service.retrieve("contact", contactId, "all", ada)).rejects.toEqual(refusal("0x80040217"));
  const { attributes } = await service.retrieve("opportunity", opportunityId, "all", ada);
  expect(attributes).not.toHaveProperty("parentaccountid");
});

describe("refuses, with the code of Dataverse,", () => {
  const create = (attributes: Parameters<typeof entity>[1], table = "opportunity") =>
    sales.service.create(entity(table, attributes), ada);

  test.each([
    ["an unknown column", { nme: "x" }, "0x80041103"],
    ["text that is too long", { name: "x".repeat(301) }, "0x80044331"],
    ["a control character in a text", { name: "a\u0000b" }, "0x80040278"],
    ["half of a character pair in a text", { name: "a\ud83db" }, "0x80040278"],
    ["an unknown option", { rating: option(9) }, "0x8004431a"],
    ["a whole number out of range", { closeprobability: 101 }, "0x8004432f"],
    ["an amount out of range", { estimatedvalue: amount("1000000000001") }, "0x80044330"],
    ["a value of another kind", { name: 7 }, "0x80040203"],
    ["a date before 1753", { dueon: { $t: "dt", v: "1600-01-01" } }, "0x80040203"],
    ["a lookup to a missing row", { parentaccountid: reference("account", adaId) }, "0x80040217"],
    ["a lookup to a table it has not as target", { parentaccountid: reference("contact", adaId) }, "0x80048d21"],
    ["a status of another state", { statuscode: option(2) }, "0x80048408"],
  ] as const)("%s", async (_, attributes, code) => {
    await expect(create(attributes)).rejects.toEqual(refusal(code));
  });

  test("an unknown table", async () => {
    await expect(create({}, "oportunity")).rejects.toEqual(
      refusal("0x80040217", expect.stringContaining("oportunity")),
    );
  });

  test("a row without a value the service insists on; what only forms insist on is not its concern", async () => {
    const missing = refusal("0x80040203", "Attribute 'name' cannot be NULL");
    await expect(create({}, "team")).rejects.toEqual(missing);
    const id = await create({ name: "Sales" }, "team");
    await expect(sales.service.update(entity("team", { name: "" }, id), ada)).rejects.toEqual(missing);
    await expect(create({}, "opportunity")).resolves.toEqual(expect.any(String));
  });

  test("a second row under an alternate key, but any number without a value in it", async () => {
    await create({ name: "A", accountnumber: "1" }, "account");
    await expect(create({ name: "B", accountnumber: "1" }, "account")).rejects.toEqual(refusal("0x80060892"));
    await create({ name: "C" }, "account");
    await expect(create({ name: "D" }, "account")).resolves.toEqual(expect.any(String));
  });

  test("a second row under an id", async () => {
    const id = await create({ name: "A" });
    await expect(sales.service.create(entity("opportunity", {}, id), ada)).rejects.toEqual(refusal("0x80040237"));
  });

  test("a write to a version that is no longer current", async () => {
    const id = await create({ name: "A" });
    const { rowVersion = "" } = await sales.service.retrieve("opportunity", id, ["name"], ada);
    await sales.service.update(entity("opportunity", { name: "B" }, id), ada, { ifMatch: rowVersion });
    const late = { ifMatch: rowVersion };
    await expect(sales.service.update(entity("opportunity", {}, id), ada, late)).rejects.toEqual(refusal("0x80060882"));
    await expect(sales.service.delete("opportunity", id, ada, late)).rejects.toEqual(refusal("0x80060882"));
  });

  test("deletion of a row that others need", async () => {
    await create({ name: "A", transactioncurrencyid: reference("transactioncurrency", euroId) });
    await expect(sales.service.delete("transactioncurrency", euroId, ada)).rejects.toEqual(refusal("0x80040227"));
  });
});

test("a secured column is written by SYSTEM only, and others do not see it", async () => {
  const id = await sales.service.create(entity("account", { name: "A", secret: "s" }), system);
  const write = sales.service.update(entity("account", { secret: "t" }, id), ada);
  await expect(write).rejects.toEqual(refusal("0x8004f507"));
  const [seen, all] = [
    await sales.service.retrieve("account", id, ["secret"], ada),
    await sales.service.retrieve("account", id, ["secret"], system),
  ];
  expect(seen.attributes).not.toHaveProperty("secret");
  expect(all.attributes.secret).toBe("s");
});

test("a column security profile opens what it says, no more", async () => {
  const profile: { $t: "guid"; v: string } = { $t: "guid", v: "d0000000-0000-4000-8000-000000000001" };
  const permission = { fieldsecurityprofileid: profile, entityname: "account", attributelogicalname: "secret" };
  await sales.service.create(entity("fieldpermission", { ...permission, canread: 4, canupdate: 0 }), system);
  const membership = { systemuserid: { $t: "guid", v: adaId }, fieldsecurityprofileid: profile } as const;
  await sales.service.create(entity("systemuserprofiles", membership), system);
  const id = await sales.service.create(entity("account", { name: "A", secret: "s" }), system);

  const seen = await sales.service.retrieve("account", id, ["secret"], ada);
  expect(seen.attributes.secret).toBe("s");
  const write = sales.service.update(entity("account", { secret: "t" }, id), ada);
  await expect(write).rejects.toEqual(refusal("0x8004f507"));
});
