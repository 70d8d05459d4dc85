import { readFileSync } from "node:fs";
import { join } from "node:path";
import { converterKinds } from "../../Solution/engine/domain/fieldMapping/converterKinds";
import { parseChoiceTable } from "../../Solution/engine/domain/mapping/choiceTable";
import { parseCondition } from "../../Solution/engine/domain/fieldMapping/parseCondition";
import { parseTemplate } from "../../Solution/engine/domain/fieldMapping/parseTemplate";
import { standardFieldMap } from "../../Solution/engine/domain/mapping/standardFieldMap";

const page = readFileSync(join(__dirname, "../../Solution/MAPPING.md"), "utf8");

const tableBelow = (heading: string): string[][] => {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const [, , ...rows] = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

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

test("the examples can be read", () => {
  const [, condition = ""] = /is met: `([^`]+)`/.exec(page) ?? [];
  const details = Object.fromEntries(
    tableBelow("Converters").map(([name = "", , detail = ""]) => [name, /`([^`]*)`/.exec(detail)?.[1] ?? ""]),
  );

  expect(parseCondition(condition)).toMatchObject({ kind: "parsed", value: [{}, {}, {}] });
  expect(parseChoiceTable(details["Choice by table"] ?? "")).not.toBeNull();
  expect(parseTemplate(details["Template"] ?? "")).toMatchObject({ kind: "parsed", value: [{}, {}, {}] });
});
