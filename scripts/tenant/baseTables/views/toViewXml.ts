import type { BaseView } from "./BaseView";

function checkColumns(view: BaseView): void {
  const known = new Set(view.table.table.columns.map((column) => column.logicalName));
  const unknown = [...Object.keys(view.columns), view.order.column].find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new Error(`Base view "${view.name}" shows ${unknown}, which ${view.table.table.logicalName} does not have.`);
}

/** Prints the query and the layout of a base view. */
export function toViewXml(view: BaseView): { fetchXml: string; layoutXml: string } {
  checkColumns(view);
  const { logicalName, primaryId, primaryName } = view.table.table;
  const names = [...new Set([primaryId, ...Object.keys(view.columns)])];
  const attributes = names.map((name) => `<attribute name="${name}" />`).join("");
  const filter = view.conditions.length > 0 ? `<filter type="and">${view.conditions.join("")}</filter>` : "";
  const order = `<order attribute="${view.order.column}" descending="${view.order.descending}" />`;
  const cells = Object.entries(view.columns).map(([name, width]) => `<cell name="${name}" width="${width}" />`);
  return {
    fetchXml: `<fetch version="1.0" mapping="logical"><entity name="${logicalName}">${attributes}${order}${filter}</entity></fetch>`,
    layoutXml: `<grid name="resultset" jump="${primaryName}" select="1" icon="1" preview="1"><row name="result" id="${primaryId}">${cells.join("")}</row></grid>`,
  };
}
