import type { EntityValue } from "../../scripts/tenant/dataverse/values";
import type { BridgeCall } from "./bridge/BridgeDriver";
import { onEveryHost } from "./bridge/bridgeHosts";
import { withDriver } from "./bridge/withDriver";

const id = "0b9b3a3e-5b8a-4c3e-9c55-0d6f3f1a2b3c";

const row = (attributes: EntityValue["attributes"], more: Partial<EntityValue> = {}): EntityValue => ({
  $t: "entity",
  table: "cosell_message",
  attributes,
  ...more,
});

onEveryHost((host) => {
  const driver = withDriver(host);

  test("create hands over every kind of value unchanged", async () => {
    const attributes: EntityValue["attributes"] = {
      nothing: null,
      yes: true,
      text: 'Zwölf 👨‍👩‍👧 {0} "quoted" \\ \n\t\u0001 \u2028 \ud800 end',
      whole: -2147483648,
      real: 0.1,
      large: 1e21,
      exact: { $t: "dec", v: "79228162514264337593543950335" },
      small: { $t: "dec", v: "-0.0000000001" },
      money: { $t: "money", v: "10.50" },
      long: { $t: "long", v: "-9223372036854775808" },
      choice: { $t: "opt", v: 731500006 },
      choices: { $t: "opts", v: [1, 2] },
      moment: { $t: "dt", v: "2024-02-29T23:59:59.999Z" },
      key: { $t: "guid", v: id },
      reference: { $t: "ref", table: "opportunity", id, name: "Fabrikam" },
      nested: row({ deep: { $t: "money", v: "1" } }),
      party: { $t: "entities", table: "activityparty", rows: [row({ a: 1 }), row({})] },
    };
    const answer = await driver().askOne("org.create", { entity: row(attributes), as: "user" });
    expect(answer).toEqual({ ok: true, value: { id: expect.stringMatching(/^[\da-f-]{36}$/) as string } });
    expect(driver().organization.scriptRequests).toMatchObject([{ op: "create", entity: row(attributes) }]);
  });

  test("moments reach Dataverse in UTC with milliseconds, whatever zone they were written in", async () => {
    await driver().askOne("org.create", {
      entity: row({ a: { $t: "dt", v: "2024-03-10T01:30:00+02:00" }, b: { $t: "dt", v: "2024-03-10" } }),
      as: "user",
    });
    expect(driver().organization.scriptRequests[0]?.entity?.attributes).toEqual({
      a: { $t: "dt", v: "2024-03-09T23:30:00.000Z" },
      b: { $t: "dt", v: "2024-03-10T00:00:00.000Z" },
    });
  });

  test("retrieve gives the row as it is kept, with formatted values, row version and joined columns", async () => {
    const kept = row(
      {
        cosell_name: "m",
        cosell_linkid: { $t: "ref", table: "cosell_link", id },
        "joined.total": { $t: "alias", table: "cosell_link", column: "total", v: { $t: "money", v: "2.0000" } },
      },
      { id, rowVersion: "4711", formatted: { cosell_linkid: "Link 1" } },
    );
    driver().organization.rows.set(id, kept);
    const answer = await driver().askOne("org.retrieve", {
      table: "cosell_message",
      id,
      columns: ["cosell_name"],
      as: "user",
    });
    expect(answer).toEqual({ ok: true, value: kept });
    expect(driver().organization.scriptRequests[0]?.columns).toEqual(["cosell_name"]);
  });

  test("retrieve takes all columns", async () => {
    driver().organization.rows.set(id, row({}, { id }));
    await driver().askOne("org.retrieve", { table: "cosell_message", id, columns: "all", as: "user" });
    expect(driver().organization.scriptRequests[0]?.columns).toBe("all");
  });

  test("a refusal of Dataverse comes with its code and words", async () => {
    const answer = await driver().askOne("org.retrieve", { table: "cosell_message", id, columns: [], as: "user" });
    expect(answer).toEqual({
      ok: false,
      code: "0x80040217",
      message: `Entity 'cosell_message' With Id = ${id} Does Not Exist`,
    });
  });

  test("update is refused where the row version has moved on, and done where it has not", async () => {
    driver().organization.rows.set(id, row({}, { id, rowVersion: "8" }));
    const [stale, current] = await driver().ask([
      ["org.update", { entity: row({ a: 1 }, { id }), ifMatch: "7", as: "user" }],
      ["org.update", { entity: row({ a: 1 }, { id }), ifMatch: "8", as: "user" }],
    ]);
    expect(stale).toMatchObject({ ok: false, code: "0x80060882" });
    expect(current).toEqual({ ok: true, value: {} });
    expect(driver().organization.scriptRequests.map(({ op, ifMatch }) => ({ op, ifMatch }))).toEqual([
      { op: "update", ifMatch: "7" },
      { op: "update", ifMatch: "8" },
    ]);
  });

  test("update takes an alternate key in place of an id", async () => {
    await driver().askOne("org.update", {
      entity: row({ a: 1 }, { keys: { cosell_idempotencykey: "k" } }),
      as: "user",
    });
    expect(driver().organization.scriptRequests[0]?.entity).toEqual(
      row({ a: 1 }, { keys: { cosell_idempotencykey: "k" } }),
    );
  });

  test("delete removes the row, and says when there is none", async () => {
    driver().organization.rows.set(id, row({}, { id }));
    const answers = await driver().ask([
      ["org.delete", { table: "cosell_message", id, as: "user" }],
      ["org.delete", { table: "cosell_message", id, as: "user" }],
    ]);
    expect(answers).toMatchObject([
      { ok: true, value: {} },
      { ok: false, code: "0x80040217" },
    ]);
  });

  test("fetch gives rows and the way to the next page", async () => {
    const rows = [row({ a: 1 }, { id })];
    driver().organization.page = { rows, moreRecords: true, pagingCookie: '<cookie page="1"/>' };
    const answer = await driver().askOne("org.fetch", {
      fetchXml: "<fetch><entity name='cosell_message'/></fetch>",
      as: "user",
    });
    expect(answer).toEqual({ ok: true, value: { rows, moreRecords: true, pagingCookie: '<cookie page="1"/>' } });
  });

  test("execute carries parameters and results, lists of ids and texts included", async () => {
    const parameters = {
      Target: row({ a: { $t: "dec", v: "1.10" } }),
      Ids: [{ $t: "guid", v: id }],
      Names: ["a", "b"],
      None: [],
      Count: 3,
      Flag: false,
    };
    const answer = await driver().askOne("org.execute", { message: "cosell_Echo", parameters, as: "user" });
    expect(answer).toEqual({ ok: true, value: { results: parameters } });
  });

  test("an unknown message is refused in the words of Dataverse", async () => {
    const answer = await driver().askOne("org.execute", { message: "Nonsense", parameters: {}, as: "user" });
    expect(answer).toEqual({ ok: false, code: "0x80040203", message: "The message Nonsense is not known." });
  });

  test("requests run for the user of the execution, or for SYSTEM, one level deeper", async () => {
    await driver().ask(
      [
        ["org.create", { entity: row({}), as: "user" }],
        ["org.create", { entity: row({}), as: "system" }],
      ],
      { depth: 3 },
    );
    const chain = {
      initiatingUserId: "a1a1a1a1-0000-4000-8000-000000000002",
      correlationId: "a1a1a1a1-0000-4000-8000-000000000004",
      depth: 4,
    };
    expect(driver().organization.scriptRequests.map(({ caller }) => caller)).toEqual([
      { ...chain, userId: "a1a1a1a1-0000-4000-8000-000000000001" },
      { ...chain, userId: null },
    ]);
  });

  test("SYSTEM is refused outside the white list, and nothing reaches Dataverse", async () => {
    const user: EntityValue = { $t: "entity", table: "systemuser", attributes: {} };
    const answers = await driver().ask([
      ["org.create", { entity: user, as: "system" }],
      ["org.retrieve", { table: "sdkmessage", id, columns: "all", as: "system" }],
      ["org.update", { entity: { ...user, id }, as: "system" }],
      ["org.delete", { table: "role", id, as: "system" }],
      ["org.fetch", { fetchXml: "<fetch><entity name='plugintype'/></fetch>", as: "system" }],
      [
        "org.fetch",
        {
          fetchXml:
            "<fetch><entity name='systemuser'><link-entity name='systemuserprofiles' from='systemuserid' to='systemuserid'/></entity></fetch>",
          as: "system",
        },
      ],
      ["org.execute", { message: "cosell_Echo", parameters: { Target: row({}) }, as: "system" }],
      ["org.execute", { message: "Upsert", parameters: { Target: user }, as: "system" }],
      ["org.execute", { message: "Assign", parameters: { Target: row({}) }, as: "system" }],
      ["org.execute", { message: "Upsert", parameters: { Target: row({}), More: [user] }, as: "system" }],
      ["org.execute", { message: "WhoAmI", parameters: {}, as: "system" }],
      ["org.execute", { message: "Win", parameters: { OpportunityClose: user }, as: "system" }],
      [
        "org.execute",
        {
          message: "CreateMultiple",
          parameters: { Targets: { $t: "entities", table: "cosell_message", rows: [user] } },
          as: "system",
        },
      ],
    ]);
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code))).toEqual(
      answers.map(() => "host.systemNotAllowed"),
    );
    expect(driver().organization.scriptRequests).toEqual([]);
  });

  test("SYSTEM may use the tables of the solution and the records it works on", async () => {
    const tables = [
      "cosell_link",
      "webresource",
      "environmentvariablevalue",
      "opportunity",
      "lead",
      "account",
      "contact",
      "appnotification",
    ];
    const answers = await driver().ask(
      tables.map((table) => ["org.create", { entity: { $t: "entity", table, attributes: {} }, as: "system" }]),
    );
    expect(answers.map(({ ok }) => ok)).toEqual(tables.map(() => true));
  });

  test.each(["role", "systemuser", "systemuserroles", "team", "transactioncurrency"])(
    "SYSTEM may read %s, also joined, and never write it",
    async (table) => {
      driver().organization.rows.set(id, { $t: "entity", table, id, attributes: {} });
      const entity: EntityValue = { $t: "entity", table, id, attributes: {} };
      const joined = `<fetch><entity name='opportunity'><link-entity name='${table}' from='id' to='id'/></entity></fetch>`;
      const answers = await driver().ask([
        ["org.retrieve", { table, id, columns: "all", as: "system" }],
        ["org.fetch", { fetchXml: `<fetch><entity name='${table}'/></fetch>`, as: "system" }],
        ["org.fetch", { fetchXml: joined, as: "system" }],
        ["org.create", { entity, as: "system" }],
        ["org.update", { entity, as: "system" }],
        ["org.delete", { table, id, as: "system" }],
        ["org.execute", { message: "Update", parameters: { Target: entity }, as: "system" }],
      ]);
      const refused = "host.systemNotAllowed";
      expect(answers.map((answer) => (answer.ok ? "ok" : answer.code))).toEqual([
        ...["ok", "ok", "ok"],
        ...[refused, refused, refused, refused],
      ]);
    },
  );

  test.each(["WinOpportunity", "LoseOpportunity"])(
    "SYSTEM may execute %s, with the closing activity and nothing else",
    async (message) => {
      const close = (table: string): EntityValue => ({
        $t: "entity",
        table,
        attributes: { opportunityid: { $t: "ref", table: "opportunity", id }, subject: "Won" },
      });
      const closing = { OpportunityClose: close("opportunityclose"), Status: { $t: "opt", v: 3 } };
      const ask = (parameters: object): BridgeCall => ["org.execute", { message, parameters, as: "system" }];
      const answers = await driver().ask([
        ask(closing),
        ask({ ...closing, OpportunityClose: close("opportunity") }),
        ask({ ...closing, Target: close("opportunityclose") }),
        ask({ Status: closing.Status }),
        ["org.execute", { message: "Create", parameters: { Target: close("opportunityclose") }, as: "system" }],
        ["org.create", { entity: close("opportunityclose"), as: "system" }],
      ]);
      const refused = "host.systemNotAllowed";
      expect(answers.map((answer) => (answer.ok ? "ok" : answer.code))).toEqual([
        "ok",
        ...[refused, refused, refused, refused, refused],
      ]);
      expect(driver().organization.scriptRequests).toMatchObject([
        { message, parameters: closing, caller: { userId: null } },
      ]);
    },
  );

  test("arguments that cannot be meant are refused before anything happens", async () => {
    const create = (attributes: unknown) => ({
      entity: { $t: "entity", table: "cosell_message", attributes },
      as: "user",
    });
    const answers = await driver().ask([
      ["org.create", create({ a: { $t: "money", v: "1,5" } })],
      ["org.create", create({ a: { $t: "dec", v: "1e5" } })],
      ["org.create", create({ a: { $t: "long", v: "1.5" } })],
      ["org.create", create({ a: { $t: "guid", v: "{0b9b3a3e}" } })],
      ["org.create", create({ a: { $t: "dt", v: "yesterday" } })],
      ["org.create", create({ a: { $t: "opt", v: "1" } })],
      ["org.create", create({ a: { $t: "colour", v: "red" } })],
      ["org.create", create({ a: { v: 1 } })],
      ["org.create", { entity: { $t: "entity", attributes: {} }, as: "user" }],
      ["org.create", { entity: row({}) }],
      ["org.create", { entity: row({}), as: "root" }],
      ["org.retrieve", { table: "cosell_message", id: "17", columns: "all", as: "user" }],
      ["org.retrieve", { table: "cosell_message", id, as: "user" }],
      ["org.fetch", { fetchXml: "<fetch><entity", as: "system" }],
      ["org.create", "[]"],
      ["org.create", "{"],
      ["org.create", ""],
    ]);
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code))).toEqual(
      answers.map(() => "host.invalidArguments"),
    );
    expect(driver().organization.scriptRequests).toEqual([]);
  });
});
