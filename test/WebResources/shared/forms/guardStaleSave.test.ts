import { columns, tables } from "../../../../Solution/engine/domain/schema";
import type { DataClient, Row } from "../../../../WebResources/shared/forms/DataClient";
import { guardStaleSave } from "../../../../WebResources/shared/forms/guardStaleSave";
import type { Question } from "../../../../WebResources/shared/forms/Question";
import { createNotices } from "../../../../WebResources/shared/forms/Notices";
import { createFakeClient } from "./fakeClient";
import { createFakeForm, settle } from "./fakeForm";

const { entitySetName } = tables.opportunity;
const formatted = "@OData.Community.Display.V1.FormattedValue";

const atServer: Row = {
  estimatedvalue: 8888,
  [`estimatedvalue${formatted}`]: "€8,888.00",
  description: "Before",
  estimatedclosedate: "2027-05-31",
  _parentcontactid_value: "11111111-1111-4111-8111-111111111111",
};

interface Case {
  server?: Row;
  answer?: boolean;
  isShared?: boolean;
  client?: DataClient;
}

const open = ({ server = {}, answer = true, isShared = true, client }: Case = {}) => {
  const values = {
    estimatedvalue: 8888,
    description: "Before",
    estimatedclosedate: new Date(2027, 4, 31),
    parentcontactid: [{ id: "{11111111-1111-4111-8111-111111111111}" }],
    [columns.opportunity.syncWithPartnerCenter]: true,
  };
  const fake = createFakeForm({ id: "{ID-1}", values });
  const rows = createFakeClient({ [entitySetName]: [{ ...atServer, ...server }] });
  const asked: Question[] = [];
  const guarded = guardStaleSave(
    {
      form: fake.form,
      client: client ?? rows.client,
      notices: createNotices(fake.form, "cosell"),
      settings: async () => ({ isCheckMarkShown: true }),
      table: "opportunity",
    },
    async (question) => {
      asked.push(question);
      return answer;
    },
    () => isShared,
  );
  return { ...fake, asked, queries: rows.queries, guarded };
};

const changed = { estimatedvalue: 7777, [`estimatedvalue${formatted}`]: "€7,777.00" };

describe("a form that is older than what it is about to overwrite", () => {
  it("asks with the new value before it saves, and saves where the seller says so", async () => {
    const form = open({ server: changed });
    form.type("estimatedvalue", 6000);
    await form.save();
    await settle();
    expect(form.asked.map(({ text }) => text)).toEqual([
      expect.stringContaining("Label of estimatedvalue is €7,777.00 by now."),
    ]);
    expect(form.log).toEqual(["save"]);
  });

  it("saves nothing where the seller does not want to, keeps what was typed, and says how to go on", async () => {
    const form = open({ server: changed, answer: false });
    form.type("estimatedvalue", 6000);
    await form.save();
    await settle();
    expect(form.log).toEqual([]);
    expect(form.valueOf("estimatedvalue")).toBe(6000);
    expect(form.notifications.get("cosell_stale")?.text).toMatch(/^Not saved\. .*€7,777\.00.* refresh the form/);
  });

  it.each([
    ["Save & Close", 2, "save 2"],
    ["Save & New", 59, "save 59"],
    ["a save by itself", 70, "save"],
  ])("goes on with %s as it was asked for", async (_name, mode, logged) => {
    const form = open({ server: changed });
    form.type("estimatedvalue", 6000);
    await form.save(mode);
    await settle();
    expect(form.asked).toHaveLength(1);
    expect(form.log).toEqual([logged]);
  });

  it("asks about saves of the panel, too", async () => {
    const form = open({ server: changed, answer: false });
    form.type("estimatedvalue", 6000);
    expect(await form.guarded.save()).toBe(false);
    expect(form.log).toEqual([]);
  });

  it.each([
    ["a day", "estimatedclosedate", new Date(2027, 5, 1), { estimatedclosedate: "2027-07-01" }],
    ["a text", "description", "Mine", { description: "Theirs" }],
    ["a row", "parentcontactid", null, { _parentcontactid_value: "22222222-2222-4222-8222-222222222222" }],
    ["a value that was emptied", "description", "Mine", { description: null }],
  ])("knows %s that was changed", async (_kind, column, typed, server) => {
    const form = open({ server });
    form.type(column, typed);
    await form.save();
    await settle();
    expect(form.asked).toHaveLength(1);
  });
});

describe("a save that overwrites nothing", () => {
  it.each([
    ["nothing was changed meanwhile", {}, 6000],
    ["another column was changed", { description: "Theirs" }, 6000],
    ["both typed the same", changed, 7777],
  ])("asks nothing and costs one request: %s", async (_case, server, typed) => {
    const form = open({ server });
    form.type("estimatedvalue", typed);
    await form.save();
    await settle();
    expect(form.asked).toEqual([]);
    expect(form.log).toEqual(["save"]);
    expect(form.queries).toEqual([`${entitySetName}?$select=estimatedvalue&$filter=opportunityid eq id-1`]);
  });

  it.each([
    ["line ends and spaces at the end", { description: "Before\r\n " }, "description", "Mine"],
    [
      "a moment, whose time zone the script does not know",
      { estimatedclosedate: "2027-06-30T22:00:00Z" },
      "estimatedclosedate",
      new Date(2027, 5, 1),
    ],
  ])("takes no other writing for another value: %s", async (_case, server, column, typed) => {
    const form = open({ server });
    form.type(column, typed);
    await form.save();
    await settle();
    expect(form.asked).toEqual([]);
    expect(form.log).toEqual(["save"]);
  });

  it("costs nothing where the deal is not shared, where nothing was typed, or where the owner changes", async () => {
    const unshared = open({ server: changed, isShared: false });
    unshared.type("estimatedvalue", 6000);
    await unshared.save();
    const untouched = open({ server: changed });
    await untouched.save();
    const assigned = open({ server: changed });
    assigned.type("estimatedvalue", 6000);
    await assigned.save(47);
    for (const { queries, log } of [unshared, untouched, assigned]) {
      expect(queries).toEqual([]);
      expect(log).toHaveLength(1);
    }
  });

  it("knows what the form itself saved before", async () => {
    const form = open({ server: { estimatedvalue: 6000 } });
    form.type("estimatedvalue", 6000);
    await form.save();
    await settle();
    form.type("estimatedvalue", 5000);
    await form.save();
    await settle();
    expect(form.asked).toEqual([]);
    expect(form.log).toEqual(["save", "save"]);
  });
});

describe("where the server cannot be asked, the save goes on", () => {
  afterEach(() => jest.useRealTimers());

  const clientWith = (retrieveMultiple: DataClient["retrieveMultiple"]): DataClient => ({
    retrieveMultiple,
    execute: () => Promise.resolve({ kind: "failed", failure: "unexpected" }),
  });

  it("offline", async () => {
    const form = open({ client: clientWith(() => Promise.resolve({ kind: "failed", failure: "offline" })) });
    form.type("estimatedvalue", 6000);
    await form.save();
    await settle();
    expect(form.log).toEqual(["save"]);
  });

  it("after two seconds without an answer", async () => {
    jest.useFakeTimers();
    const form = open({ client: clientWith(() => new Promise(() => undefined)) });
    form.type("estimatedvalue", 6000);
    await form.save();
    await form.save();
    expect(form.log).toEqual([]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(form.log).toEqual(["save"]);
  });
});
