import { createHash } from "node:crypto";
import type { Area, Check, FidelityEntry } from "../FidelityEntry";
import { batches } from "./batches";
import { calls } from "./calls";
import { creations } from "./creations";
import { definitions } from "./definitions";
import type { Example, Right } from "./Example";
import { fetchOperators } from "./fetchOperators";
import { fetchQueries } from "./fetchQueries";
import { filtering } from "./filtering";
import { lists } from "./lists";
import { queryFunctions } from "./queryFunctions";
import { rowRequests } from "./rowRequests";
import { sampleQueries } from "./sampleQueries";

const developerDocs = "https://learn.microsoft.com/power-apps/developer/data-platform/";

const longest = 220;

/** Moments that lie in the past of the local tenant's fixed day, its keys, and its people. */
const localOnly =
  /LastX|NextX|OlderThan|InFiscal|\b(Today|Tomorrow|Yesterday|Last|Next|This|On)\w*\(|operator='(last|next|this|today|tomorrow|yesterday|older|on)|firstname='|_primarycontactid_value=|Bearer|CallerObjectId|Kim Seller|dategrouping|\/Keys\?|Alex Admin|createdon|overriddencreatedon/;

/** Actions make rows that cannot be told from others afterwards. */
const untraceable = /QualifyLead|Multiple|\/Microsoft\.Dynamics|_accounts":\[\{|primarycontactid":\{/;

/** What writes comes last, as the queries count rows. */
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

/** Requests of Microsoft's documentation of the Dataverse Web API, over tables there are: answered as the page shows, or refused by name. */
export const documentedEntries: readonly FidelityEntry[] = examples.map((example) => {
  const { page, ...rest } = example;
  const area = areaOf(example);
  const hash = createHash("sha256").update(JSON.stringify([example.request, example.headers, example.body]));
  return {
    id: `${area}.documented.${hash.digest("hex").slice(0, 8)}`,
    area,
    what: sentence(example),
    source: { kind: "document", url: developerDocs + page },
    pin: { kind: "check", check: { ...rest, runs: runsOf(example) } },
  };
});

function areaOf({ page, request }: Example): Area {
  if (page.startsWith("fetchxml") || /fetchXml=/.test(request)) return "fetchXml";
  return /^GET \w*(Definitions|\$metadata)/.test(request) ? "metadata" : "webApi";
}

function sentence({ request, headers, right, refused }: Example): string {
  const shown = request.length > longest ? `${request.slice(0, longest)}…` : request;
  const sent = headers ? `${shown} with ${Object.keys(headers).join(", ")}` : shown;
  return refused === undefined
    ? `${sent} answers ${answerOf(right ?? {})}.`
    : `${sent} works there; the local tenant lacks ${refused}, and says so by that name.`;
}

function answerOf({ status = 200, json, letters }: Right): string {
  const { code, message } = ((json as { error?: { code?: string; message?: unknown } } | null)?.error ?? {}) as {
    code?: string;
    message?: string | RegExp;
  };
  return [
    String(status),
    ...(code === undefined ? [] : [`with code ${code}`]),
    ...(message === undefined ? [] : [`saying ${message instanceof RegExp ? message.source : message}`]),
    ...(letters === undefined ? [] : [`with ${letters.length} rows`]),
    ...(status < 300 && letters === undefined ? ["as the page shows"] : []),
  ].join(" ");
}

function runsOf(example: Example): Check["runs"] {
  const { request, headers, body, right, refused } = example;
  const all = JSON.stringify([request, headers, body, right], (_, value: unknown) =>
    value instanceof RegExp ? value.source : value,
  );
  const isRead = request.startsWith("GET ");
  if (refused !== undefined || localOnly.test(all) || (!isRead && untraceable.test(all))) return "local";
  const isMetadata = /^GET (\w*Definitions|\$metadata)/.test(request) && !all.includes("{");
  const isRefusal = isRead && (right?.status ?? 200) >= 400 && !/\{\w+\}|\(sample\)/.test(request);
  return isMetadata || isRefusal || request.startsWith("GET WhoAmI") ? "anywhere" : "rows";
}
