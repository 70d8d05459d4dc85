import type { CheckedImport } from "./Check";

const verbs = /^prv(Create|Read|Write|Delete|AppendTo|Append|Assign|Share)(.+)$/i;

/** Whether a privilege is there, or comes with a table of the solution. */
export function privilegeExists(
  name: string,
  { schema, environment }: Pick<CheckedImport, "schema" | "environment">,
): boolean {
  if (environment.privileges.has(name.toLowerCase())) return true;
  const table = verbs.exec(name)?.[2]?.toLowerCase();
  return (
    (table !== undefined && schema.table(table) !== undefined) || environment.presumes("privilege", name.toLowerCase())
  );
}
