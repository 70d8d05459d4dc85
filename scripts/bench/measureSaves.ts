import { columns } from "../../Solution/engine/domain/schema";
import { startTenant, type RunningTenant } from "../start/startTenant";
import type { PluginRunner } from "../tenant/sandboxWorker/PluginRunner";

/** Milliseconds from a save by API until Partner Center holds it, or a later save of the same deal. */
export interface SaveTimes {
  with: string;
  saves: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** From the end of the last fault until every save was out. */
  drainedMs: number;
}

/** Eight a second. */
const everyMs = 125;
const patienceMs = 15 * 60_000;

/** What strikes calls to Partner Center again and again. */
export interface Trouble {
  name: string;
  everyMs: number;
  /** As `POST /sandbox/faults` takes them. */
  faults: readonly object[];
}

/** Every half second, so that about a quarter of the writes fails. */
const refusals: Trouble = {
  name: "429 and 503 for one write in four",
  everyMs: 500,
  faults: [
    { operation: "PATCH referral", kind: 429, retryAfterSeconds: 3, times: 1 },
    { operation: "PATCH referral", kind: 503, times: 1 },
  ],
};

/** A bad quarter of an hour at Microsoft, in which answers get lost as well. */
export const outage: Trouble = {
  name: "429, 500, no answer and lost answers every 15 s",
  everyMs: 15_000,
  faults: [
    { operation: "any", kind: 429, retryAfterSeconds: 3, times: 3 },
    { operation: "any", kind: 500, times: 3 },
    { operation: "any", kind: "hang", times: 1 },
    { operation: "PATCH referral", kind: "dropAfterCommit", times: 2 },
  ],
};

/** A shared deal. */
export interface Deal {
  referralId: string;
  dealId: string;
}

/** Saves of shared deals by the Web API at eight a second, through a tenant in memory: first all goes well, then it does not, then for minutes. */
export async function measureSaves(root: string, zip: string, runner: PluginRunner): Promise<SaveTimes[]> {
  const tenant = await startTenant({ root, zip, runner, tenantPort: 0, sandboxPort: 0, say: () => undefined });
  try {
    const given = await makeDeals(tenant, 16);
    const few = [
      await measureEdits(tenant, given, { from: 100_000, edits: 160, trouble: null }),
      await measureEdits(tenant, given, { from: 200_000, edits: 160, trouble: refusals }),
    ];
    const many = [...given, ...(await makeDeals(tenant, 150 - given.length, given.length))];
    return [...few, await measureEdits(tenant, many, { from: 300_000, edits: 170 * 8, trouble: outage })];
  } finally {
    await tenant.stop();
  }
}

/** So many deals whose runs have ended, numbered from the first. */
export async function makeDeals(tenant: RunningTenant, deals: number, first = 0): Promise<Deal[]> {
  const given: Deal[] = [];
  for (let number = first; number < first + deals; number += 1) given.push(await createRecord(tenant, number));
  await pause(3000);
  return given;
}

/** What is saved: so many values, one after the other, from this one on; the deals take turns. */
interface Edits {
  from: number;
  edits: number;
  trouble: Trouble | null;
}

/** Saves these deals at eight a second, and waits until Partner Center holds all of it. */
export async function measureEdits(
  tenant: RunningTenant,
  given: readonly Deal[],
  { from, edits, trouble }: Edits,
): Promise<SaveTimes> {
  const open: { referralId: string; value: number; atMs: number }[] = [];
  const times: number[] = [];
  const look = (): void => {
    for (const save of [...open]) {
      const held = tenant.sandbox.state.referrals.get(save.referralId)?.content.details?.dealValue ?? 0;
      if (held < save.value) continue;
      times.push(performance.now() - save.atMs);
      open.splice(open.indexOf(save), 1);
    }
  };
  const watch = setInterval(look, 20);
  const startedMs = performance.now();
  for (let edit = 0; edit < edits; edit += 1) {
    if (trouble !== null && edit % (trouble.everyMs / everyMs) === 0)
      for (const fault of trouble.faults) await ask(tenant.sandboxAddress, "/sandbox/faults", fault);
    const { referralId, dealId } = given[edit % given.length] ?? { referralId: "", dealId: "" };
    const value = from + edit;
    open.push({ referralId, value, atMs: performance.now() });
    await ask(tenant.tenantAddress, `/api/data/v9.2/opportunities(${dealId})`, { estimatedvalue: value }, "PATCH");
    await pause(Math.max(0, startedMs + (edit + 1) * everyMs - performance.now()));
  }
  await ask(tenant.sandboxAddress, "/sandbox/faults", undefined, "DELETE");
  const endedMs = performance.now();
  while (open.length > 0 && performance.now() - endedMs < patienceMs) await pause(50);
  clearInterval(watch);
  const drainedMs = open.length > 0 ? NaN : performance.now() - endedMs;
  return { with: trouble?.name ?? "no faults", ...summarize(times), drainedMs };
}

/** Percentiles of what was measured. */
export function summarize(times: readonly number[]): Omit<SaveTimes, "with" | "drainedMs"> {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? NaN;
  return { saves: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

/** A deal that Microsoft offered and the partner took, with its opportunity. */
async function createRecord(tenant: RunningTenant, number: number): Promise<Deal> {
  const offered = await ask(tenant.sandboxAddress, "/sandbox/microsoft/referrals", {
    kind: "coSell",
    name: `Deal ${number}`,
    companyName: `Customer ${number}`,
    country: "NO",
    firstName: "Ane",
    lastName: "Lie",
    email: `c${number}@customer.example`,
    dealValue: 50_000,
    currency: "EUR",
    closingDateTime: "2027-03-31T00:00:00Z",
    solutionId: "SOL-10001-CFS",
  });
  const { id: referralId } = JSON.parse(offered) as { id: string };
  await ask(tenant.sandboxAddress, `/sandbox/partner/referrals/${referralId}/accept`, {});
  const { referralIdentifier, syncWithPartnerCenter } = columns.opportunity;
  for (let tries = 0; tries < 600; tries += 1) {
    const wanted = ["opportunityid", syncWithPartnerCenter];
    const [row] = await tenant.core.rows.read("opportunity", wanted, { [referralIdentifier]: referralId });
    if (row?.[syncWithPartnerCenter] === true) return { referralId, dealId: String(row["opportunityid"]) };
    await pause(100);
  }
  throw new Error(`Referral ${referralId} did not arrive.`);
}

async function ask(address: string, path: string, body?: object, method = "POST"): Promise<string> {
  const answer = await fetch(`${address}${path}`, {
    method,
    headers: { "content-type": "application/json", accept: "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
