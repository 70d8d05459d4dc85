import { emptyLinkState, printLinkMemory } from "../../../Solution/engine/domain/link/Link";
import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import { answerPartnerCenter } from "./support/answerPartnerCenter";
import { FakeHost } from "./support/FakeHost";
import { runEngine } from "./support/runEngine";
import { opportunityId } from "./support/sampleRows";

const { link } = columns;
const table = tables.link.logicalName;
const instant = (v: string) => ({ $t: "dt", v });
const concluded = printLinkMemory(emptyLinkState.memory);

const hostWithLink = (attributes: Record<string, unknown>): FakeHost => {
  const host = new FakeHost(answerPartnerCenter);
  host.rows.push({
    $t: "entity",
    table,
    id: "0b9c3f0e-1111-4a11-8a11-000000000009",
    attributes: {
      [link.opportunityId]: { $t: "ref", table: "opportunity", id: opportunityId },
      createdon: instant("2026-11-22T20:00:00.000Z"),
      versionnumber: 1,
      ...(attributes as Record<string, string>),
    },
  });
  return host;
};

const posts = (host: FakeHost): number =>
  host.httpCalls.filter(({ method, url }) => method === "POST" && url.endsWith("/referrals")).length;

test("a link that another run made a moment ago is left to it", async () => {
  const host = hostWithLink({ createdon: instant("2026-11-22T20:59:00.000Z") });

  expect(await runEngine(host)).toMatchObject({ outputParameters: { SyncStatus: choices.syncStatus.sending } });
  expect(posts(host)).toBe(0);
  expect(host.organizationCalls().filter((call) => call.includes("update"))).toEqual([]);
});

test("a link whose lease is still running is left to its run", async () => {
  const host = hostWithLink({
    [link.lastAgreedValues]: concluded,
    [link.leaseOwner]: "another run",
    [link.leaseExpiresOn]: instant("2026-11-22T21:00:01.000Z"),
  });

  expect(await runEngine(host)).toMatchObject({ outputParameters: { SyncStatus: choices.syncStatus.sending } });
  expect(posts(host)).toBe(0);
});

test("a lease that nobody gave back is taken over when its time is up, and given back", async () => {
  const host = hostWithLink({
    [link.lastAgreedValues]: concluded,
    [link.leaseOwner]: "a run that was stopped",
    [link.leaseExpiresOn]: instant("2026-11-22T20:59:59.000Z"),
  });

  expect(await runEngine(host)).toMatchObject({ outputParameters: { SyncStatus: choices.syncStatus.inSync } });
  expect(posts(host)).toBe(1);
  expect(host.attribute(table, link.leaseOwner)).toBeNull();
  expect(host.attribute(table, link.leaseExpiresOn)).toBeNull();
});

test("the lease notes what is about to be sent, before it is sent", async () => {
  const host = hostWithLink({ [link.lastAgreedValues]: concluded });
  let noted = "";
  host.http = (call) => {
    if (call.url.endsWith("/referrals")) noted = host.attribute(table, link.lastAgreedValues) as string;
    return answerPartnerCenter(call);
  };

  await runEngine(host);

  expect(JSON.parse(noted)).toMatchObject({ inFlight: [{ "/name": "Fabrikam ERP rollout" }] });
});

test("a link that changed between load and claim belongs to the run that changed it", async () => {
  const host = hostWithLink({ [link.lastAgreedValues]: concluded });
  const call = host.call;
  let isFirst = true;
  const overtaken = async (op: string, args: string): Promise<string> => {
    if (op === "org.update" && args.includes(link.leaseOwner) && isFirst) {
      isFirst = false;
      host.set(table, {
        versionnumber: 2,
        [link.leaseOwner]: "a faster run",
        [link.leaseExpiresOn]: instant("2026-11-22T21:03:00.000Z"),
      });
    }
    return call(op, args);
  };

  const answer = await runEngine(Object.assign(host, { call: overtaken }));

  expect(answer).toMatchObject({ outputParameters: { SyncStatus: choices.syncStatus.sending } });
  expect(posts(host)).toBe(0);
});

test("a link that another run made between load and claim is that run's", async () => {
  const host = new FakeHost(answerPartnerCenter);
  const call = host.call;
  const overtaken = async (op: string, args: string): Promise<string> => {
    if (op === "org.execute" && args.includes("Upsert") && !host.row(table))
      host.rows.push(...hostWithLink({ createdon: instant("2026-11-22T21:00:00.000Z") }).rows.slice(-1));
    return call(op, args);
  };

  const answer = await runEngine(Object.assign(host, { call: overtaken }));

  expect(answer).toMatchObject({ outputParameters: { SyncStatus: choices.syncStatus.sending } });
  expect(posts(host)).toBe(0);
});
