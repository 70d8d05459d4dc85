import type { FieldMap, FieldMapping } from "../mapping/fieldMap";
import { standardFieldMap } from "../mapping/standardFieldMap";
import { parseCondition } from "./parseCondition";
import { parseTemplate } from "./parseTemplate";
import { rememberLatest } from "../values/rememberLatest";

const customPrefix = "/custom/";

const standardColumns: ReadonlyMap<string, string> = new Map(
  standardFieldMap.map(({ referral, crm }) => [referral, crm] as const),
);

/** The column that an administrator named for a row; null where the connector or a setting names it. */
export const namedColumn = ({ key, opportunity, crm }: FieldMapping): string | null => {
  if (opportunity.startsWith(customPrefix)) return opportunity.slice(customPrefix.length);
  const standard = standardColumns.get(key);
  return standard === undefined || standard === crm || crm === "" ? null : crm;
};

const columnsOfTemplate = (text: string): string[] => {
  const template = parseTemplate(text);
  return template.kind === "parsed" ? template.value.flatMap((part) => ("column" in part ? [part.column] : [])) : [];
};

const columnsOfCondition = (text: string): string[] => {
  const condition = parseCondition(text);
  return condition.kind === "parsed" ? condition.value.map(({ column }) => column) : [];
};

/** Column paths that an opportunity's `custom` has to hold for this map: all that administrators named. */
export const customColumns = rememberLatest((map: FieldMap): readonly string[] => {
  const all = map
    .filter(({ direction }) => direction !== "off")
    .flatMap((row) => [
      namedColumn(row) ?? [],
      ...(row.converter === "template" ? columnsOfTemplate(row.converterDetail) : []),
      ...columnsOfCondition(row.condition),
    ])
    .flat();
  return [...new Set(all)];
});
