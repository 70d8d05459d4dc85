import type { OrganizationService } from "../../dataverse/OrganizationService";
import type { ChartDescription, FormDescription } from "../protocol";
import { readRows, textOf } from "./readRows";

type NameOf = (id: string, name: string) => string;

/** The charts of a table, the default one first. */
export async function describeCharts(
  service: OrganizationService,
  table: string,
  nameOf: NameOf,
): Promise<ChartDescription[]> {
  const rows = await readRows(service, {
    table: "savedqueryvisualization",
    columns: ["savedqueryvisualizationid", "name", "datadescription", "presentationdescription", "isdefault"],
    where: { primaryentitytypecode: table },
    orderBy: "name",
  });
  const isDefault = (row: (typeof rows)[number]): number => (row.attributes["isdefault"] === true ? 0 : 1);
  return rows
    .sort((one, other) => isDefault(one) - isDefault(other))
    .map((row) => ({
      id: row.id ?? "",
      name: nameOf(row.id ?? "", textOf(row, "name")),
      dataXml: textOf(row, "datadescription"),
      presentationXml: textOf(row, "presentationdescription"),
    }));
}

const dashboard = 0;

/** A dashboard by its id; undefined where there is none. */
export async function describeDashboard(
  service: OrganizationService,
  id: string,
  nameOf: NameOf,
): Promise<FormDescription | undefined> {
  const [row] = await readRows(service, {
    table: "systemform",
    columns: ["formid", "name", "formxml"],
    where: { formid: id, type: dashboard },
  });
  return row && { id, name: nameOf(id, textOf(row, "name")), xml: textOf(row, "formxml") };
}
