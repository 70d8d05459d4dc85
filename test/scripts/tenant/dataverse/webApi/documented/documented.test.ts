import { batches } from "./batches";
import { calls } from "./calls";
import { creations } from "./creations";
import { definitions } from "./definitions";
import type { Example, Right } from "./Example";
import { fetchOperators } from "./fetchOperators";
import { fetchQueries } from "./fetchQueries";
import { filtering } from "./filtering";
import { judge, type Seen } from "./judge";
import { lists } from "./lists";
import { rowRequests } from "./rowRequests";
import { sampleQueries } from "./sampleQueries";
import { queryFunctions } from "./queryFunctions";
import { type DocumentedTenant, startDocumented } from "./startDocumented";

/*
 * Requests of Microsoft's documentation of the Dataverse Web API, each over this tenant's tables: it answers as the page
 * shows, or refuses by name what it does not have. What writes comes last, as the queries count rows.
 */
const examples: readonly Example[] = [
  ...lists,
  ...filtering,
  ...sampleQueries,
  ...queryFunctions,
  ...fetchQueries,
  ...fetchOperators,
  ...definitions,
  ...creations,
  ...rowRequests,
  ...calls,
  ...batches,
];

const leastExamples = 265;
const leastRight = 240;

let tenant: DocumentedTenant;
beforeAll(async () => {
  tenant = await startDocumented();
});
afterAll(() => tenant.stop());

test("documented requests are answered as documented, or refused by name", async () => {
  const wrong: string[] = [];
  const score = { right: 0, refused: 0, wrong: 0 };
  for (const example of examples) {
    const { right, ...filled } = await fill(example);
    const seen = await send(filled);
    const judgement = judge({ ...filled, ...(right && { right }) }, seen);
    score[judgement.kind] += 1;
    if (judgement.kind === "wrong") {
      wrong.push(
        `${filled.page}: ${filled.request}\n  ${judgement.why}; ${seen.status} came: ${seen.text.slice(0, 400)}`,
      );
    }
  }
  process.stdout.write(
    `${examples.length} documented requests: ${score.right} right, ${score.refused} refused by name, ${score.wrong} wrong\n`,
  );
  expect(wrong).toEqual([]);
  expect(examples.length).toBeGreaterThanOrEqual(leastExamples);
  expect(score.right).toBeGreaterThanOrEqual(leastRight);
}, 120_000);

/** Puts ids, and rows made for this example, in place of what stands in braces. */
async function fill(example: Example): Promise<Example> {
  const made = new Map<string, string>();
  const resolve = async (name: string): Promise<string> => {
    const known = name === "root" ? tenant.root : (tenant.ids[name] ?? made.get(name));
    if (known !== undefined) return known;
    const row = await makeRow(name.slice(name.indexOf(":") + 1), name.startsWith("linked:"));
    made.set(name, row);
    return row;
  };
  const inText = async (text: string): Promise<string> => {
    let filled = text;
    for (const [braces, name = ""] of text.matchAll(/\{(\w+(?::\w+)?)\}/g)) {
      if (isName(name)) filled = filled.replace(braces, await resolve(name));
    }
    for (const [braces, path = ""] of filled.matchAll(/\{etag:([^}]+)\}/g)) {
      filled = filled.replace(braces, (await send({ page: "", request: `GET ${path}` })).headers.get("etag") ?? "");
    }
    return filled;
  };
  const { request, body, headers = {}, right } = example;
  const entries = await Promise.all(
    Object.entries(headers).map(async ([name, value]) => [name, await inText(value)] as const),
  );
  const filledRequest = await inText(request);
  const text = typeof body === "string" ? await inText(body) : undefined;
  const json =
    body === undefined || text !== undefined ? undefined : (JSON.parse(await inText(JSON.stringify(body))) as unknown);
  return {
    ...example,
    request: filledRequest,
    headers: Object.fromEntries(entries),
    ...(body !== undefined && { body: text ?? json }),
    ...(right && { right: fillShape(right) as Right }),
  };
}

const isName = (name: string): boolean =>
  name === "root" || name in tenant.ids || /^(new|other|third|linked):/.test(name);

function fillShape(shape: unknown): unknown {
  if (typeof shape === "string")
    return shape.replace(/^\{(\w+)\}$/, (braces, name: string) => tenant.ids[name] ?? braces);
  if (typeof shape !== "object" || shape === null || shape instanceof RegExp) return shape;
  if (Array.isArray(shape)) return shape.map(fillShape);
  return Object.fromEntries(Object.entries(shape).map(([name, each]) => [name, fillShape(each)]));
}

async function makeRow(set: string, isLinked: boolean): Promise<string> {
  const names: Record<string, object> = {
    contacts: {
      lastname: "Spare",
      ...(isLinked && { "parentcustomerid_account@odata.bind": `/accounts(${tenant.ids.account})` }),
    },
    leads: { subject: "Spare", lastname: "Spare", companyname: "Spare" },
  };
  const { headers } = await send({ page: "", request: `POST ${set}`, body: names[set] ?? { name: "Spare" } });
  const id = /\(([0-9a-f-]{36})\)$/.exec(headers.get("odata-entityid") ?? "")?.[1];
  if (id === undefined) throw new Error(`No row was made in ${set}.`);
  return id;
}

async function send({ request, body, headers = {} }: Example): Promise<Seen> {
  const [, method = "GET", address = ""] = /^(\w+) (.*)$/s.exec(request) ?? [];
  const content = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const type = body === undefined || typeof body === "string" ? {} : { "content-type": "application/json" };
  const answer = await fetch(tenant.root + encode(address), { method, headers: { ...type, ...headers }, ...content });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.startsWith("application/json") === true;
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: isJson ? (JSON.parse(text) as unknown) : undefined,
  };
}

/** Addresses are written as people read them; what is encoded already stays. */
function encode(address: string): string {
  const xml = /^(.*?fetchXml=)(<.*<\/fetch>)(.*)$/s.exec(address);
  if (xml) return `${xml[1] ?? ""}${encodeURIComponent(xml[2] ?? "")}${xml[3] ?? ""}`;
  return encodeURI(address).replaceAll("%2520", "%20").replaceAll("+", "%2B");
}
