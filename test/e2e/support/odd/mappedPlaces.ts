import { createColumns } from "../../../../Solution/engine/adapters/dataverse/columns/createColumns";
import type { ColumnFacts, ColumnKind } from "../../../../Solution/engine/domain/columns/ColumnFacts";
import { columnLabel } from "../../../../Solution/engine/domain/columns/columnLabels";
import { labelAt } from "../../../../Solution/engine/domain/mapping/fieldMap";
import type { DealTable } from "../../../../Solution/engine/domain/opportunity/SyncRecord";
import type { SyncSettings } from "../../../../Solution/engine/domain/sync/SyncSettings";
import type { MetadataCatalogue } from "../../../../scripts/tenant/dataverse/catalogue/MetadataCatalogue";
import type { ColumnMetadata, ColumnType } from "../../../../scripts/tenant/dataverse/metadata";

/** A place in a referral, and the column of Dynamics 365 that takes its value. */
export interface MappedPlace {
  table: DealTable;
  place: string;
  /** `table.column`; empty for a list, or an object that holds values of several columns. */
  column: string;
  label: string;
  kind: ColumnKind | "list" | "object";
  maxLength: number | null;
  min: number | null;
  max: number | null;
  options: readonly number[];
}

const kinds: Readonly<Record<ColumnType, ColumnKind>> = {
  primarykey: "other",
  uniqueidentifier: "other",
  nvarchar: "text",
  ntext: "text",
  bit: "flag",
  int: "whole",
  bigint: "long",
  decimal: "decimal",
  float: "float",
  money: "money",
  datetime: "moment",
  picklist: "choice",
  multiselectpicklist: "choices",
  state: "choice",
  status: "choice",
  lookup: "lookup",
  owner: "lookup",
  customer: "lookup",
};

const toFacts = (column: ColumnMetadata): ColumnFacts => ({
  kind: kinds[column.type],
  maxLength: column.maxLength ?? null,
  min: column.minValue ?? null,
  max: column.maxValue ?? null,
  options: column.options?.map(({ value }) => value) ?? null,
  canCreate: column.validForCreate,
  canUpdate: column.validForUpdate,
});

const teamPlace = "/customerProfile/team";
const solutionsPlace = "/details/requirements/solutions";

/** Asked of Microsoft, and never taken from a referral. */
const never = ["/inviteContext/assistanceRequestCode"];

/** Members of a person in a referral, by the contact's column. */
const members: Readonly<Record<string, string>> = {
  "contact.firstname": "firstName",
  "contact.lastname": "lastName",
  "contact.emailaddress1": "email",
  "contact.telephone1": "phoneNumber",
  "contact.jobtitle": "title",
};

const list = (place: string, label: string): MappedPlace => ({
  table: "opportunity",
  place,
  column: "",
  label,
  kind: place === teamPlace || place === solutionsPlace ? "list" : "object",
  maxLength: 100,
  min: null,
  max: null,
  options: [],
});

const toPlaces = async (
  table: DealTable,
  settings: SyncSettings,
  catalogue: MetadataCatalogue,
): Promise<readonly MappedPlace[]> => {
  const names = new Map<ColumnFacts, string>();
  const read = (name: string): ColumnFacts => {
    const [of = "", column = ""] = name.split(".");
    const found = catalogue.column(of, column);
    if (found === undefined) throw new Error(`The map names ${name}, which does not exist.`);
    const facts = toFacts(found);
    names.set(facts, name);
    return facts;
  };
  const columns = createColumns((wanted) =>
    Promise.resolve(Object.fromEntries(wanted.map((name) => [name, read(name)]))),
  );
  return Object.entries(await columns.ofMap(table, settings)).flatMap(([key, facts]): MappedPlace[] => {
    if (facts === null || key === solutionsPlace || never.includes(key)) return [];
    const { kind, maxLength, min, max, options } = facts;
    const member = members[key];
    return [
      {
        table,
        place: member === undefined ? key : `${teamPlace}/0/${member}`,
        column: names.get(facts) ?? "",
        label: labelAt(member === undefined ? key : teamPlace, settings.fieldMap),
        kind,
        maxLength,
        min,
        max,
        options: options ?? [],
      },
    ];
  });
};

/** The lead's column for a value of the customer or of its contact; null where a lead has none. */
const toLeadPlace = (of: MappedPlace, catalogue: MetadataCatalogue): MappedPlace[] => {
  const [table = "", name = ""] = of.column.split(".");
  if (table !== "account" && table !== "contact") return [];
  const column = table === "account" && name === "name" ? "companyname" : name;
  const found = catalogue.column("lead", column);
  if (found === undefined || found.custom) return [];
  const label = columnLabel(`lead.${column}`);
  return [{ ...of, table: "lead", column: `lead.${column}`, label, maxLength: found.maxLength ?? null }];
};

const ancestors = ({ place }: MappedPlace): string[] => {
  const steps = place.split("/").slice(1, -1);
  return steps.map((_, at) => `/${steps.slice(0, at + 1).join("/")}`).filter((path) => !path.startsWith(teamPlace));
};

/**
 * Every place that brings a value into a column, by the engine's own map and the tables' own metadata, and every object and list
 * that holds such places.
 */
export const mappedPlaces = async (
  settings: SyncSettings,
  catalogue: MetadataCatalogue,
): Promise<readonly MappedPlace[]> => {
  const ofDeals = await toPlaces("opportunity", settings, catalogue);
  const ofLeads = await toPlaces("lead", settings, catalogue);
  const around = new Set([...ofDeals.flatMap(ancestors), teamPlace, solutionsPlace]);
  return [
    ...ofDeals,
    ...ofLeads,
    ...ofDeals.flatMap((place) => toLeadPlace(place, catalogue)),
    ...[...around].map((place) => list(place, labelAt(place, settings.fieldMap))),
  ];
};
