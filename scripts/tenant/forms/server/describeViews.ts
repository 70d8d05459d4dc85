import type { OrganizationService } from "../../dataverse/OrganizationService";
import type { ViewDescription } from "../protocol";
import { numberOf, readRows, textOf } from "./readRows";

/** All views of a table, by name. */
export async function describeViews(
  service: OrganizationService,
  table: string,
  nameOf: (id: string, name: string) => string,
): Promise<ViewDescription[]> {
  const rows = await readRows(service, {
    table: "savedquery",
    columns: ["savedqueryid", "name", "isdefault", "querytype", "fetchxml", "layoutxml"],
    where: { returnedtypecode: table },
    orderBy: "name",
  });
  return rows.map((row) => ({
    id: row.id ?? "",
    name: nameOf(row.id ?? "", textOf(row, "name")),
    isDefault: row.attributes["isdefault"] === true,
    queryType: numberOf(row, "querytype") ?? 0,
    fetchXml: textOf(row, "fetchxml"),
    layoutXml: textOf(row, "layoutxml"),
  }));
}
