import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { answeredRoutes } from "../../scripts/tenant/dataverse/webApi/answerRequest";
import { platformOperations } from "../../scripts/tenant/dataverse/webApi/operations/platformOperations";
import { parseResource } from "../../scripts/tenant/dataverse/webApi/resource/parseResource";
import type { Check } from "./FidelityEntry";
import { type LocalTarget, startLocalTarget } from "./localTarget";
import { manifest } from "./manifest";

/*
 * Whatever the tenant answers, and whatever the connector and its end-to-end tests ask, has an entry: read from their sources, so that
 * what is asked tomorrow needs an entry, too.
 */

const root = resolve(__dirname, "../..");
const product = ["Solution/engine", "Solution/src", "WebResources", "PcfControls"];
const asking = [...product, "test/e2e", "scripts/deploy", "scripts/environment", "scripts/export", "scripts/health"];

const checks = manifest.flatMap(({ pin }) =>
  pin.kind === "check" && pin.check.refused === undefined ? [pin.check] : [],
);
const asked = checks.map((check) => JSON.stringify([check.request, check.body ?? "", check.headers ?? ""])).join("\n");
const said = manifest.map(({ what }) => what).join("\n");

let target: LocalTarget;
beforeAll(async () => {
  target = await startLocalTarget({});
});
afterAll(() => target.close());

function sourcesOf(folders: readonly string[]): string {
  const texts = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|tsx|xml|json)$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), "utf8")),
  );
  return texts.join("\n");
}

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))].sort();

const routeOf = ({ request }: Check): string => {
  const [method = "", address = ""] = request.split(/ (.*)/s);
  const [path = ""] = address.replace(/\{etag:[^}]*\}/g, "").split("?");
  const filled = path.replace(/\{root\}/g, "").replace(/\{[\w:]+\}/g, "00000000-0000-0000-0000-000000000001");
  return `${method} ${parseResource(target.catalogue, filled).kind}`;
};

test("every route that the tenant answers has a check", () => {
  const routes = new Set(
    checks.flatMap((check) => {
      try {
        return [routeOf(check)];
      } catch {
        return [];
      }
    }),
  );
  expect(answeredRoutes.filter((route) => !routes.has(route))).toEqual([]);
});

test("every operation of the platform that the tenant answers has an entry", () => {
  expect([...platformOperations.keys()].filter((name) => !asked.includes(name) && !said.includes(name))).toEqual([]);
});

test("every operator of FetchXML that the connector asks by has a check", () => {
  const operators = all(sourcesOf(product), /\boperator=\\?["']([a-z-]+)\\?["']/g);
  expect(operators.length).toBeGreaterThan(5);
  expect(operators.filter((name) => !asked.includes(`operator='${name}'`))).toEqual([]);
});

test("every element of FetchXML that the connector writes has a check", () => {
  const elements = all(
    sourcesOf(product),
    /<(fetch|entity|attribute|all-attributes|link-entity|filter|condition|order|value)\b/g,
  );
  expect(elements.filter((name) => !asked.includes(`<${name}`))).toEqual([]);
});

test("every query option and preference that anybody asks with has a check", () => {
  const text = sourcesOf(asking);
  const options = all(text, /[?&;(](\$(?:select|filter|expand|orderby|top|count|skiptoken|apply|search|format))=/g);
  const preferences = all(text, /\b(odata\.maxpagesize|return=representation|odata\.include-annotations)\b/g);
  expect(options.length).toBeGreaterThan(3);
  expect([...options, ...preferences].filter((name) => !asked.includes(name))).toEqual([]);
});

test("every entity set of the platform that anybody asks for has an entry", () => {
  const text = sourcesOf(asking);
  const sets = target.catalogue.tables().map(({ entitySetName }) => entitySetName);
  const used = sets.filter((set) => new RegExp(`["'\`/]${set}[(?"'\`]`).test(text));
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((set) => !said.includes(` ${set},`) && !asked.includes(set))).toEqual([]);
});
