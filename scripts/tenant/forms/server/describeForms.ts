import type { OrganizationService } from "../../dataverse/OrganizationService";
import type { FormDescription } from "../protocol";
import { readRows, textOf } from "./readRows";

const mainForm = 2;

/** The main forms of a table, the default one first. */
export async function describeForms(
  service: OrganizationService,
  table: string,
  nameOf: (id: string, name: string) => string,
): Promise<FormDescription[]> {
  const rows = await readRows(service, {
    table: "systemform",
    columns: ["formid", "name", "formxml", "isdefault"],
    where: { objecttypecode: table, type: mainForm },
    orderBy: "name",
  });
  const isDefault = (row: (typeof rows)[number]): number => (row.attributes["isdefault"] === true ? 0 : 1);
  return rows
    .sort((one, other) => isDefault(one) - isDefault(other))
    .map((row) => ({ id: row.id ?? "", name: nameOf(row.id ?? "", textOf(row, "name")), xml: textOf(row, "formxml") }));
}
