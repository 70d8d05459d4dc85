import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  azurePath,
  marketplacePath,
  registrationPlaces,
  signPath,
  startPath,
} from "../../Solution/engine/domain/dealRegistration/registrationPlaces";
import { whyNotEligible } from "../../Solution/engine/domain/dealRegistration/whyNotEligible";
import { converterKinds } from "../../Solution/engine/domain/fieldMapping/converterKinds";
import { parseChoiceTable } from "../../Solution/engine/domain/mapping/choiceTable";
import { parseCondition } from "../../Solution/engine/domain/fieldMapping/parseCondition";
import { parseTemplate } from "../../Solution/engine/domain/fieldMapping/parseTemplate";
import { standardFieldMap } from "../../Solution/engine/domain/mapping/standardFieldMap";
import { unregistered, wonLink } from "./engine/domain/dealRegistration/wonDeal";

const page = readFileSync(join(__dirname, "../../Solution/MAPPING.md"), "utf8");

/** Every table of a section, without their heads. */
const tablesBelow = (heading: string): string[][][] => {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const tables = section
    .trim()
    .split("\n\n")
    .filter((part) => part.startsWith("|"));
  return tables.map((table) => {
    const [, , ...rows] = table.split("\n").filter((line) => line.startsWith("|"));
    return rows.map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  });
};

const tableBelow = (heading: string): string[][] => tablesBelow(heading)[0] ?? [];

const when = {
  always: "any time",
  create: "when first shared",
  invitation: "when asking for help",
  registration: "when the deal is won",
};
const ways = { both: "both ways", toPartnerCenter: "to Partner Center", toDynamics365: "to Dynamics 365", off: "off" };

test("the standard map on the page is the standard map of the engine", () => {
  expect(tableBelow("The standard map")).toEqual(
    standardFieldMap.map(({ label, crm, referral, converter, direction, sent }) => [
      label,
      `\`${crm}\``,
      `\`${referral}\``,
      converterKinds[converter].label,
      ways[direction],
      when[sent],
    ]),
  );
});

test("every converter that a row of one's own can have is on the page", () => {
  const free = Object.values(converterKinds).filter(({ isReserved }) => !isReserved);

  expect(tableBelow("Converters").map(([name]) => name)).toEqual(free.map(({ label }) => label));
});

const required = { always: "**yes**", unlessPerpetual: "unless perpetual", never: "no" };

test("the places of a registration are those of the engine, with a converter that makes their kind", () => {
  const rows = tableBelow("Deal registration");

  expect(
    rows.map(([label, place, kind, , isRequired, isCorrectable]) => [label, place, kind, isRequired, isCorrectable]),
  ).toEqual(
    Object.entries(registrationPlaces).map(([path, { label, kind, required: when, isFixed }]) => [
      label,
      `\`${path}\``,
      kind,
      required[when],
      isFixed ? "no" : "yes",
    ]),
  );
  for (const [, , kind, converter] of rows)
    expect(Object.values(converterKinds).find(({ label }) => label === converter)?.makes).toContain(kind);
});

test("every reason not to register a deal is on the page, and no other", () => {
  const [, , reasons = []] = tablesBelow("Deal registration");
  const state = wonLink({ values: {}, registration: { ...unregistered, closedOn: unregistered.createdOn } });
  const wanted = { [azurePath]: false, [marketplacePath]: true, [startPath]: "2026-01-01", [signPath]: "2026-01-02" };
  const facts = { state: { ...state, microsoftReferralId: "microsofts" }, wanted, fieldMap: [] };
  const said = whyNotEligible(facts);
  const written = reasons.map(([reason = ""]) => reason.replace(" …", ""));

  expect(said).toHaveLength(written.length);
  for (const reason of written) expect(said).toContainEqual(expect.stringContaining(reason));
});

test("the examples can be read", () => {
  const [, condition = ""] = /is met: `([^`]+)`/.exec(page) ?? [];
  const details = Object.fromEntries(
    tableBelow("Converters").map(([name = "", , detail = ""]) => [name, /`([^`]*)`/.exec(detail)?.[1] ?? ""]),
  );

  expect(parseCondition(condition)).toMatchObject({ kind: "parsed", value: [{}, {}, {}] });
  expect(parseChoiceTable(details["Choice by table"] ?? "")).not.toBeNull();
  expect(parseTemplate(details["Template"] ?? "")).toMatchObject({ kind: "parsed", value: [{}, {}, {}] });
});
