import { change } from "./change";
import { coSellDeal, invitation, privateDeal } from "./referralSamples";
import { referralsAddress as referrals } from "./referralsAddress";
import { startSandbox, type Reply, type RunningSandbox, type WireBody } from "./startSandbox";

let running: RunningSandbox;
let coSell: WireBody;

const list = (options: Record<string, string>): Promise<Reply> =>
  running.call("GET", `${referrals}?${new URLSearchParams(options).toString()}`);
const names = (reply: Reply): unknown[] =>
  reply.body.value.map(({ name, organizationId }) => `${name} (${String(organizationId)})`);

beforeAll(async () => {
  running = await startSandbox();
  const post = async (body: object): Promise<WireBody> => {
    running.time.nowMs += 60_000;
    return (await running.call("POST", referrals, { body })).body;
  };
  await post(change(privateDeal({ name: "Alpha" }), "/customerProfile/address/country", "US"));
  const beta = await post(privateDeal({ name: "Beta", externalReferenceId: "beta's" }));
  coSell = await post(coSellDeal({ name: "Gamma" }));
  await post(invitation(coSell.engagementId, { name: "Gamma", team: [] }));
  running.time.nowMs += 60_000;
  const won = [
    { op: "replace", path: "/status", value: "Closed" },
    { op: "replace", path: "/substatus", value: "Won" },
  ];
  await running.call("PATCH", `${referrals}/${beta.id}`, { body: won });
});
afterAll(() => running.stop());

const alpha = "Alpha (7d3f0f6e-8a2b-4c57-9b11-3c0e5f6a7b20)";
const beta = "Beta (7d3f0f6e-8a2b-4c57-9b11-3c0e5f6a7b20)";
const gamma = "Gamma (7d3f0f6e-8a2b-4c57-9b11-3c0e5f6a7b20)";
const gammaMicrosoft = "Gamma (msft)";

test("without options all referrals come, newest first, with Microsoft's", async () => {
  const reply = await list({});

  expect(names(reply)).toEqual([gammaMicrosoft, gamma, beta, alpha]);
  expect(reply.body["@odata.count"]).toBe(4);
  expect(reply.body["@odata.context"]).toBe(`${running.address}/partner/v1.0/$metadata#Referrals`);
  expect(reply.body["@odata.nextLink"]).toBeUndefined();
});

test.each([
  ["status eq 'Active'", [gamma, alpha]],
  ["status ne 'Active'", [gammaMicrosoft, beta]],
  ["substatus eq 'Won'", [beta]],
  ["qualification eq 'SalesQualified' and type eq 'Shared'", [gammaMicrosoft, gamma]],
  ["(type eq 'Shared' and direction eq 'Incoming')", []],
  ["customerProfile/address/country eq 'US' or substatus eq 'Won'", [beta, alpha]],
  ["not (type eq 'Shared')", [beta, alpha]],
  ["not type eq 'Shared' and status eq 'Active'", [alpha]],
  ["status eq 'Active' or status eq 'New' and type eq 'Independent'", [gamma, alpha]],
  ["updatedDateTime ge 2026-01-15T12:04:00Z", [gammaMicrosoft, beta]],
  ["updatedDateTime gt 2026-01-15T12:04:00.0000000Z", [beta]],
  ["updatedDateTime lt 2026-01-15T14:02:00+02:00", [alpha]],
  ["updatedDateTime le 2026-01-15T12:03:00Z and updatedDateTime ge 2026-01-15T12:01:00Z", [gamma, alpha]],
  ["team/any(t:t/email eq 'sam@contoso-partner.example') and status eq 'Active'", [gamma, alpha]],
  ["team/any(t: t/email eq 'nobody@contoso-partner.example')", []],
  ["externalReferenceId eq 'beta''s'", [beta]],
  ["externalReferenceId eq null", []],
])("the filter %s finds %j", async (filter, expected) => {
  const reply = await list({ $filter: filter });

  expect(reply.status).toBe(200);
  expect(names(reply)).toEqual(expected);
});

test.each([["'"], [""]])("an engagement is found with its id between %j", async (quote) => {
  const reply = await list({ $filter: `engagementId eq ${quote}${coSell.engagementId.toUpperCase()}${quote}` });

  expect(names(reply)).toEqual([gammaMicrosoft, gamma]);
});

test.each([
  ["$filter", "name eq 'Alpha'"],
  ["$filter", "team/email eq 'x'' and"],
  ["$filter", "status eq"],
  ["$filter", "status eq Active"],
  ["$filter", "status is 'Active'"],
  ["$filter", "status eq 'Active'' or"],
  ["$filter", "status eq 5"],
  ["$filter", "status eq 'Active') "],
  ["$filter", "(status eq 'Active'"],
  ["$filter", "updatedDateTime gt '2026-01-15T12:04:00Z'"],
  ["$filter", "contains(status,'Act')"],
  ["$filter", "team/all(t:t/email eq 'x')"],
  ["$filter", "team/any(t:t/firstName eq 'x')"],
  ["$filter", `${"(".repeat(60)}status eq 'New'${")".repeat(60)}`],
  ["$orderby", "name"],
  ["$orderby", "createdDateTime descending"],
  ["$select", "id,nmae"],
  ["$top", "ten"],
  ["$top", "-1"],
  ["$skip", "1.5"],
  ["$count", "yes"],
  ["$expand", "team"],
  ["$search", "Alpha"],
  ["pagesize", "10"],
  ["$skiptoken", "made-up"],
])("the option %s=%s is refused", async (option, value) => {
  const reply = await list({ [option]: value });

  expect(reply.status).toBe(400);
  expect(reply.body.error).toMatchObject({ code: "invalidRequest", target: option });
});

test.each([
  ["createdDateTime", [alpha, beta, gamma, gammaMicrosoft]],
  ["createdDateTime desc", [gammaMicrosoft, gamma, beta, alpha]],
  ["updatedDateTime asc", [alpha, gamma, gammaMicrosoft, beta]],
  ["updatedDateTime desc", [beta, gammaMicrosoft, gamma, alpha]],
])("$orderby=%s gives %j", async (orderBy, expected) => {
  expect(names(await list({ $orderby: orderBy }))).toEqual(expected);
});

test("$select returns the named properties and no others", async () => {
  const reply = await list({ $select: "id, status,customerProfile", $top: "1" });

  expect(Object.keys(reply.body.value[0] ?? {})).toEqual(["id", "status", "customerProfile"]);
});

test("$top and $skip cut a window out of the list; the count stays that of the whole", async () => {
  const reply = await list({ $top: "2", $skip: "1" });

  expect(names(reply)).toEqual([gamma, beta]);
  expect(reply.body["@odata.count"]).toBe(4);
  expect(reply.body["@odata.nextLink"]).toBeUndefined();
});

test("$top of nothing gives nothing", async () => {
  expect(names(await list({ $top: "0" }))).toEqual([]);
});

describe("with more referrals than a page holds", () => {
  let crowded: RunningSandbox;

  beforeAll(async () => {
    crowded = await startSandbox();
    for (let index = 0; index < 230; index++) {
      crowded.time.nowMs += 1000;
      await crowded.call("POST", referrals, { body: privateDeal({ name: `Deal ${index}` }) });
    }
  });
  afterAll(() => crowded.stop());

  async function readPages(first: string): Promise<Reply["body"][]> {
    const pages: Reply["body"][] = [];
    for (let next: string | undefined = first; next !== undefined; next = pages.at(-1)?.["@odata.nextLink"]) {
      pages.push((await crowded.call("GET", next.replace(crowded.address, ""))).body);
    }
    return pages;
  }

  test("following the next links visits every referral once, in order", async () => {
    const pages = await readPages(`${referrals}?$orderby=createdDateTime asc&$filter=status eq 'Active'&$select=name`);

    expect(pages.map(({ value }) => value.length)).toEqual([100, 100, 30]);
    const visited = pages.flatMap(({ value }) => value.map(({ name }) => name));
    expect(visited).toEqual(Array.from({ length: 230 }, (_, index) => `Deal ${index}`));
    expect(Object.keys(pages[2]?.value[0] ?? {})).toEqual(["name"]);
  });

  test("$top counts over pages", async () => {
    const pages = await readPages(`${referrals}?$top=150`);

    expect(pages.map(({ value }) => value.length)).toEqual([100, 50]);
  });
});
