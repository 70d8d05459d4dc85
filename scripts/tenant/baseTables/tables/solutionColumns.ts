import type { BaseColumn } from "../BaseTable";
import { column } from "../column";

/** What every row that travels in solutions carries. */
export function solutionColumns(): BaseColumn[] {
  return [
    column.guid("SolutionId", "Solution"),
    column.yesNo("IsManaged", "Is Managed"),
    column.yesNo("IsCustomizable", "Customizable", { defaultValue: true }),
    column.text("IntroducedVersion", "Introduced Version", 48),
  ];
}
