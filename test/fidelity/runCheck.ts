import type { Right, Shape } from "./documented/Example";
import type { Check } from "./FidelityEntry";
import type { FidelityTarget, Seen } from "./FidelityTarget";
import { judge, type Judgement } from "./judge";

export type CheckOutcome = Judgement | { kind: "skipped" };

/** Sends one check to a target; why it is wrong ends with what came. */
export async function runCheck(target: FidelityTarget, check: Check): Promise<CheckOutcome> {
  if (!target.runs.includes(check.runs)) return { kind: "skipped" };
  const filled = await fill(target, check);
  const seen = await sendText(target, filled.request, filled.body, filled.headers);
  const judgement = judge(filled, seen);
  return judgement.kind === "wrong"
    ? { kind: "wrong", why: `${filled.request}\n  ${judgement.why}; ${seen.status} came: ${seen.text.slice(0, 400)}` }
    : judgement;
}

/** Puts ids, and rows made for this check, in the place of what stands in braces. */
async function fill(target: FidelityTarget, { body, headers: own = {}, right, ...check }: Check): Promise<Check> {
  const headers = { ...own, ...(check.asAdministrator === true && target.asAdministrator) };
  const made = new Map<string, string>();
  const resolve = async (name: string): Promise<string> => {
    const known = name === "root" ? target.root : (target.ids[name] ?? made.get(name));
    if (known !== undefined) return known;
    const row = await makeRow(target, name.slice(name.indexOf(":") + 1), name.startsWith("linked:"));
    made.set(name, row);
    return row;
  };
  const inText = async (text: string): Promise<string> => {
    let filled = target.marked(text);
    for (const [braces, name = ""] of text.matchAll(/\{(\w+(?::\w+)?)\}/g))
      if (isName(target, name)) filled = filled.replace(braces, await resolve(name));
    for (const [braces, path = ""] of filled.matchAll(/\{etag:([^}]+)\}/g))
      filled = filled.replace(braces, (await sendText(target, `GET ${path}`)).headers.get("etag") ?? "");
    return filled;
  };
  const named = await Promise.all(
    Object.entries(headers).map(async ([name, value]) => [name, await inText(value)] as const),
  );
  return {
    ...check,
    request: await inText(check.request),
    headers: Object.fromEntries(named),
    ...(body !== undefined && {
      body: typeof body === "string" ? await inText(body) : (JSON.parse(await inText(JSON.stringify(body))) as unknown),
    }),
    ...(right && { right: fillRight(target, right) }),
  };
}

const isName = ({ ids }: FidelityTarget, name: string): boolean =>
  name === "root" || name in ids || /^(new|other|third|linked):/.test(name);

const fillRight = (target: FidelityTarget, right: Right): Right => ({
  ...right,
  ...(right.json !== undefined && { json: fillShape(target, right.json) }),
});

function fillShape(target: FidelityTarget, shape: Shape): Shape {
  const { ids, marked } = target;
  if (typeof shape === "string")
    return marked(shape).replace(/^\{(\w+)\}$/, (braces, name: string) => ids[name] ?? braces);
  if (shape instanceof RegExp) return new RegExp(marked(shape.source), shape.flags);
  if (typeof shape !== "object" || shape === null) return shape;
  if (Array.isArray(shape)) return (shape as readonly Shape[]).map((each) => fillShape(target, each));
  return Object.fromEntries(
    Object.entries(shape as Readonly<Record<string, Shape>>).map(([name, each]) => [name, fillShape(target, each)]),
  );
}

async function makeRow(target: FidelityTarget, set: string, isLinked: boolean): Promise<string> {
  const contact = {
    lastname: "Spare",
    ...(isLinked && { "parentcustomerid_account@odata.bind": `/accounts(${target.ids["account"] ?? ""})` }),
  };
  const lead = { subject: "Spare", lastname: "Spare", companyname: "Spare" };
  const rows: Record<string, object> = { contacts: contact, leads: lead };
  return createdId(await sendText(target, `POST ${set}`, rows[set] ?? { name: "Spare" }));
}

/** The id of a row that was just made. */
export function createdId({ status, headers, text }: Seen): string {
  const id = /\(([0-9a-f-]{36})\)$/.exec(headers.get("odata-entityid") ?? "")?.[1];
  if (id === undefined) throw new Error(`No row was made: ${status} ${text}`);
  return id;
}

/** Sends a method and an address as people write them. */
export function sendText(
  target: Pick<FidelityTarget, "send">,
  request: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Seen> {
  const [, method = "GET", address = ""] = /^(\w+) (.*)$/s.exec(request) ?? [];
  const type = body === undefined || typeof body === "string" ? {} : { "content-type": "application/json" };
  return target.send({
    method,
    address: encode(address),
    headers: { ...type, ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

/** Addresses are written as people read them; what is encoded already stays. */
function encode(address: string): string {
  const xml = /^(.*?fetchXml=)(<.*<\/fetch>)(.*)$/s.exec(address);
  if (xml) return `${xml[1] ?? ""}${encodeURIComponent(xml[2] ?? "")}${xml[3] ?? ""}`;
  return encodeURI(address).replaceAll("%2520", "%20").replaceAll("+", "%2B");
}
