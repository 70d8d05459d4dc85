import { ada, adaId, amount, createSales, entity, euroId, option, reference, type Sales } from "./support/createSales";

let sales: Sales;
let accounts: string[];

beforeAll(async () => {
  sales = await createSales();
  const { service } = sales;
  const create = (table: string, attributes: Parameters<typeof entity>[1]) =>
    service.create(entity(table, attributes), ada);
  accounts = [];
  for (const name of ["Adatum", "Bellows", "Contoso"]) accounts.push(await create("account", { name }));
  const deals = [
    { name: "one", value: "10.10", rating: 1, account: 0 },
    { name: "Two", value: "20.20", rating: 2, account: 0 },
    { name: "three", value: "30.29", rating: 3, account: 1 },
    { name: "100%", value: null, rating: 1, account: null },
  ];
  for (const { name, value, rating, account } of deals) {
    await create("opportunity", {
      name,
      rating: option(rating),
      ...(value !== null && {
        estimatedvalue: amount(value),
        transactioncurrencyid: reference("transactioncurrency", euroId),
      }),
      ...(account !== null && { parentaccountid: reference("account", accounts[account] ?? "") }),
      closeprobability: rating * 10,
      discount: { $t: "dec", v: `${rating}.5` },
    });
  }
});
afterAll(() => sales.close());

const fetch = (xml: string) => sales.service.fetch(xml, ada);

async function names(filter: string, entityRest = ""): Promise<unknown[]> {
  const { rows } = await fetch(
    `<fetch><entity name="opportunity"><attribute name="name"/><order attribute="name"/>${entityRest}<filter>${filter}</filter></entity></fetch>`,
  );
  return rows.map((row) => row.attributes.name);
}

test.each([
  ["eq, without case", `<condition attribute="name" operator="eq" value="TWO"/>`, ["Two"]],
  [
    "ne finds rows without a value",
    `<condition attribute="estimatedvalue" operator="ne" value="10.1"/>`,
    ["100%", "three", "Two"],
  ],
  ["gt on money", `<condition attribute="estimatedvalue" operator="gt" value="20.2"/>`, ["three"]],
  ["ge on decimals compares numbers", `<condition attribute="discount" operator="ge" value="2.50"/>`, ["three", "Two"]],
  ["null", `<condition attribute="parentaccountid" operator="null"/>`, ["100%"]],
  ["not-null", `<condition attribute="parentaccountid" operator="not-null"/>`, ["one", "three", "Two"]],
  ["like", `<condition attribute="name" operator="like" value="t%"/>`, ["three", "Two"]],
  ["like with an escaped percent", `<condition attribute="name" operator="like" value="%[%]"/>`, ["100%"]],
  ["like with a set", `<condition attribute="name" operator="like" value="[ot]%"/>`, ["one", "three", "Two"]],
  ["like with a range", `<condition attribute="name" operator="like" value="[a-o]%"/>`, ["one"]],
  ["like with a set denied", `<condition attribute="name" operator="like" value="[^t]%"/>`, ["100%", "one"]],
  ["like with a bracket nothing closes", `<condition attribute="name" operator="like" value="[o%"/>`, []],
  ["begins-with takes wildcards", `<condition attribute="name" operator="begins-with" value="_w"/>`, ["Two"]],
  [
    "begins-with a percent sign in brackets",
    `<condition attribute="name" operator="begins-with" value="100[%]"/>`,
    ["100%"],
  ],
  ["ends-with takes wildcards", `<condition attribute="name" operator="ends-with" value="e_"/>`, ["three"]],
  [
    "not-end-with takes wildcards",
    `<condition attribute="name" operator="not-end-with" value="e_"/>`,
    ["100%", "one", "Two"],
  ],
  ["stars and question marks stand for themselves", `<condition attribute="name" operator="like" value="*"/>`, []],
  [
    "in",
    `<condition attribute="rating" operator="in"><value>1</value><value>3</value></condition>`,
    ["100%", "one", "three"],
  ],
  ["not-in", `<condition attribute="rating" operator="not-in"><value>1</value></condition>`, ["three", "Two"]],
  [
    "between",
    `<condition attribute="closeprobability" operator="between"><value>15</value><value>30</value></condition>`,
    ["three", "Two"],
  ],
  ["eq-userid", `<condition attribute="ownerid" operator="eq-userid"/>`, ["100%", "one", "three", "Two"]],
  ["today", `<condition attribute="createdon" operator="today"/>`, ["100%", "one", "three", "Two"]],
  ["yesterday", `<condition attribute="createdon" operator="yesterday"/>`, []],
  [
    "last-x-days",
    `<condition attribute="createdon" operator="last-x-days" value="1"/>`,
    ["100%", "one", "three", "Two"],
  ],
  ["older than", `<condition attribute="createdon" operator="olderthan-x-minutes" value="1"/>`, []],
  ["on-or-after", `<condition attribute="createdon" operator="on-or-after" value="2026-03-15"/>`, []],
  ["on", `<condition attribute="createdon" operator="on" value="2026-03-14"/>`, ["100%", "one", "three", "Two"]],
  [
    "another column",
    `<condition attribute="createdon" operator="eq" valueof="modifiedon"/>`,
    ["100%", "one", "three", "Two"],
  ],
  [
    "or",
    `<filter type="or"><condition attribute="name" operator="eq" value="one"/><condition attribute="name" operator="eq" value="three"/></filter>`,
    ["one", "three"],
  ],
  [
    "related rows, and none that passes",
    `<link-entity name="account" from="accountid" to="parentaccountid" link-type="all"><filter><condition attribute="name" operator="eq" value="bellows"/></filter></link-entity>`,
    ["one", "Two"],
  ],
  [
    "any related row by the name of not all",
    `<link-entity name="account" from="accountid" to="parentaccountid" link-type="not all"><filter><condition attribute="name" operator="eq" value="bellows"/></filter></link-entity>`,
    ["three"],
  ],
  [
    "any related row",
    `<link-entity name="account" from="accountid" to="parentaccountid" link-type="any"><filter><condition attribute="name" operator="eq" value="bellows"/></filter></link-entity>`,
    ["three"],
  ],
])("condition: %s", async (_, condition, expected) => {
  expect(await names(condition)).toEqual(expected);
});

test("an inner link leaves out rows without a partner, an outer one keeps them; linked columns are aliased values", async () => {
  const link = (type: string) =>
    `<link-entity name="account" from="accountid" to="parentaccountid" link-type="${type}" alias="a"><attribute name="name"/></link-entity>`;
  const query = (type: string) =>
    fetch(`<fetch><entity name="opportunity"><order attribute="name"/>${link(type)}</entity></fetch>`);

  const inner = await query("inner");
  const outer = await query("outer");

  expect(inner.rows.map((row) => row.attributes["a.name"])).toEqual([
    { $t: "alias", table: "account", column: "name", v: "Adatum" },
    { $t: "alias", table: "account", column: "name", v: "Bellows" },
    { $t: "alias", table: "account", column: "name", v: "Adatum" },
  ]);
  expect(outer.rows).toHaveLength(4);
});

test("a condition of the root may test a linked table by its alias", async () => {
  const link = `<link-entity name="account" from="accountid" to="parentaccountid" link-type="outer" alias="a"/>`;
  expect(await names(`<condition entityname="a" attribute="accountid" operator="null"/>`, link)).toEqual(["100%"]);
});

test("links inside an outer link do not take rows from the result", async () => {
  const inside = `<link-entity name="contact" from="parentcustomerid" to="accountid" alias="c"><attribute name="lastname"/></link-entity>`;
  const link = `<link-entity name="account" from="accountid" to="parentaccountid" link-type="outer" alias="a"><attribute name="name"/>${inside}</link-entity>`;
  const { rows } = await fetch(`<fetch><entity name="opportunity">${link}</entity></fetch>`);
  expect(rows).toHaveLength(4);
  expect(rows.every((row) => !("a.name" in row.attributes))).toBe(true);
});

test("orders by label of choices and by name of lookups, empty ones first", async () => {
  const ordered = async (attribute: string, descending = false) => {
    const { rows } = await fetch(
      `<fetch><entity name="opportunity"><attribute name="name"/><order attribute="${attribute}" descending="${descending}"/><order attribute="name"/></entity></fetch>`,
    );
    return rows.map((row) => row.attributes.name);
  };
  expect(await ordered("rating")).toEqual(["three", "100%", "one", "Two"]);
  expect(await ordered("parentaccountid")).toEqual(["100%", "one", "Two", "three"]);
  expect(await ordered("estimatedvalue", true)).toEqual(["three", "Two", "one", "100%"]);
});

test("pages follow the cookie, also when rows come and go between them", async () => {
  const page = (number: number, cookie = "") =>
    fetch(
      `<fetch count="2" page="${number}" paging-cookie="${cookie.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;")}" returntotalrecordcount="true"><entity name="opportunity"><attribute name="name"/><order attribute="rating"/><order attribute="estimatedvalue" descending="true"/></entity></fetch>`,
    );
  const first = await page(1);
  expect(first).toMatchObject({ moreRecords: true, totalCount: 4 });
  const early = await sales.service.create(entity("opportunity", { name: "early", rating: option(3) }), ada);
  const second = await page(2, first.pagingCookie);
  await sales.service.delete("opportunity", early, ada);
  const seen = [...first.rows, ...second.rows].map((row) => row.attributes.name);
  expect(seen).toEqual(["three", "one", "100%", "Two"]);
  expect(second.moreRecords).toBe(false);
});

test("a cookie made for another order is refused", async () => {
  const cookie = `&lt;cookie page=&quot;1&quot;&gt;&lt;name last=&quot;x&quot;/&gt;&lt;/cookie&gt;`;
  const query = fetch(
    `<fetch count="1" page="2" paging-cookie="${cookie}"><entity name="opportunity"><order attribute="rating"/></entity></fetch>`,
  );
  await expect(query).rejects.toMatchObject({ code: "0x80041129" });
});

test("distinct rows come without id, once each", async () => {
  const { rows } = await fetch(
    `<fetch distinct="true"><entity name="opportunity"><attribute name="rating"/><order attribute="rating"/></entity></fetch>`,
  );
  expect(rows.map((row) => row.attributes)).toEqual([3, 1, 2].map((v) => ({ rating: { $t: "opt", v } })));
});

test("aggregates count, add exactly and group", async () => {
  const { rows } = await fetch(
    `<fetch aggregate="true"><entity name="opportunity">
       <attribute name="parentaccountid" groupby="true" alias="account"/>
       <attribute name="estimatedvalue" aggregate="sum" alias="total"/>
       <attribute name="opportunityid" aggregate="count" alias="n"/>
       <attribute name="estimatedvalue" aggregate="avg" alias="mean"/>
       <attribute name="createdon" groupby="true" dategrouping="month" alias="month"/>
       <order alias="total" descending="true"/>
     </entity></fetch>`,
  );
  const values = rows.map(({ attributes }) =>
    Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name,
        typeof value === "object" && value?.$t === "alias" ? value.v : value,
      ]),
    ),
  );
  const account = (index: number, name: string) => ({ $t: "ref", table: "account", id: accounts[index], name });
  expect(values).toEqual([
    { account: account(0, "Adatum"), total: amount("30.3"), n: 2, mean: amount("15.15"), month: 3 },
    { account: account(1, "Bellows"), total: amount("30.29"), n: 1, mean: amount("30.29"), month: 3 },
    { n: 1, month: 3 },
  ]);
});

test.each([
  ["an unknown operator", `<condition attribute="name" operator="resembles" value="x"/>`, "0x80041120", "resembles"],
  ["an unknown column", `<condition attribute="nme" operator="null"/>`, "0x80041103", "nme"],
  ["an unknown attribute", `<condition attribute="name" operator="eq" vlaue="x"/>`, "0x8004111c", "vlaue"],
  ["an unknown alias", `<condition entityname="b" attribute="name" operator="null"/>`, "0x8004110a", "b"],
  ["a value of another kind", `<condition attribute="closeprobability" operator="eq" value="x"/>`, "0x80041108", "x"],
  ["a missing value", `<condition attribute="name" operator="eq"/>`, "0x800404b7", "eq"],
  [
    "text operators on numbers",
    `<condition attribute="closeprobability" operator="like" value="1%"/>`,
    "0x80041120",
    "like",
  ],
])("refuses %s by name", async (_, condition, code, name) => {
  await expect(names(condition)).rejects.toMatchObject({ code, message: expect.stringContaining(name) as unknown });
});

test.each([
  ["an unknown element", `<fetch><entity name="opportunity"><attr name="name"/></entity></fetch>`, "0x8004111c"],
  ["XML that is not well formed", `<fetch><entity name="opportunity"></fetch>`, "0x80040201"],
  ["top together with a later page", `<fetch top="3" page="2"><entity name="opportunity"/></fetch>`, "0x80040203"],
  ["more rows than a page holds", `<fetch top="5001"><entity name="opportunity"/></fetch>`, "0x8004110c"],
  [
    "an attribute beside aggregates",
    `<fetch aggregate="true"><entity name="opportunity"><attribute name="name"/></entity></fetch>`,
    "0x80041107",
  ],
  [
    "an unknown link type",
    `<fetch><entity name="opportunity"><link-entity name="account" from="accountid" to="parentaccountid" link-type="full"/></entity></fetch>`,
    "0x80041117",
  ],
  [
    "an alias used twice",
    `<fetch><entity name="opportunity"><link-entity alias="a" name="account" from="accountid" to="parentaccountid"/><link-entity alias="a" name="account" from="accountid" to="parentaccountid"/></entity></fetch>`,
    "0x80041130",
  ],
])("refuses %s", async (_, xml, code) => {
  await expect(fetch(xml)).rejects.toMatchObject({ code });
});

test("the caller is who eq-userid means", async () => {
  const { rows } = await sales.service.fetch(
    `<fetch><entity name="opportunity"><filter><condition attribute="ownerid" operator="ne-userid"/></filter></entity></fetch>`,
    { ...ada, userId: adaId.replace(/1$/, "2") },
  );
  expect(rows).toHaveLength(4);
});

const links = (count: number) =>
  Array.from(
    { length: count },
    () => `<link-entity name="account" from="accountid" to="parentaccountid" link-type="outer"/>`,
  ).join("");
const conditions = (count: number) => `<condition attribute="name" operator="not-null"/>`.repeat(count);

test.each([
  ["top with a page", `<fetch top="1" page="1"><entity name="account"/></fetch>`, "0x80040203", "attribute page"],
  ["top with a size of pages", `<fetch top="1" count="1"><entity name="account"/></fetch>`, "0x80040203", "count"],
  [
    "top with a count of all rows",
    `<fetch top="1" returntotalrecordcount="true"><entity name="account"/></fetch>`,
    "0x80040203",
    "returntotalrecordcount",
  ],
  ["16 links", `<fetch><entity name="opportunity">${links(16)}</entity></fetch>`, "0x8004430d", "link entities"],
  [
    "501 conditions",
    `<fetch><entity name="account"><filter><filter>${conditions(501)}</filter></filter></entity></fetch>`,
    "0x8004430c",
    "Number of conditions",
  ],
  [
    "an aggregate over more rows than it wants",
    `<fetch aggregate="true" aggregatelimit="2"><entity name="account"><attribute name="name" aggregate="count" alias="n"/></entity></fetch>`,
    "0x8004e023",
    "maximum record limit",
  ],
])("refuses %s", async (_, xml, code, message) => {
  await expect(fetch(xml)).rejects.toMatchObject({ code, message: expect.stringContaining(message) as unknown });
});

test("15 links and 500 conditions are taken", async () => {
  await fetch(`<fetch><entity name="opportunity">${links(15)}</entity></fetch>`);
  await fetch(`<fetch><entity name="account"><filter>${conditions(500)}</filter></entity></fetch>`);
});
