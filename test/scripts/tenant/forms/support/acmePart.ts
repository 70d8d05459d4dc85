import { column } from "../../../../../scripts/tenant/baseTables/column";
import { activeAndInactive, defineTable } from "../../../../../scripts/tenant/baseTables/defineTable";

const { table, relationships } = defineTable({
  schemaName: "acme_Part",
  entitySetName: "acme_parts",
  displayName: "Part",
  collectionName: "Parts",
  ownership: "user",
  primaryName: "acme_name",
  states: activeAndInactive,
  columns: [
    column.text("acme_Name", "Name", 100, { required: "required" }),
    column.lookup("acme_OpportunityId", "Opportunity", "opportunity", "acme_opportunity_part"),
    column.wholeNumber("acme_Quantity", "Quantity", { minValue: 1, maxValue: 100 }),
  ],
});

/** A table of the imported solution; lookups of custom tables are navigated by schema name. */
export const acmePart = {
  table: { ...table, columns: table.columns.map((each) => ({ ...each, custom: true })) },
  relationships: relationships.map((each) =>
    each.schemaName === "acme_opportunity_part" ? { ...each, referencingNavigation: "acme_OpportunityId" } : each,
  ),
};

export const acmePartViewId = "2f1d2d3e-0000-4000-8000-0000000000d1";

export const acmePartView = {
  fetchXml: `<fetch><entity name="acme_part"><attribute name="acme_partid"/><attribute name="acme_name"/><attribute name="acme_quantity"/><order attribute="acme_name"/></entity></fetch>`,
  layoutXml: `<grid name="resultset" jump="acme_name" select="1"><row name="result" id="acme_partid"><cell name="acme_name" width="200"/><cell name="acme_quantity" width="100"/></row></grid>`,
};

export const acmePartFormXml = `<form><tabs><tab name="general" id="{2f1d2d3e-0000-4000-8000-0000000000e1}">
  <labels><label description="General" languagecode="1033"/></labels>
  <columns><column width="100%"><sections><section name="main" id="{2f1d2d3e-0000-4000-8000-0000000000e2}" showlabel="false"><rows>
    <row><cell id="{2f1d2d3e-0000-4000-8000-0000000000e3}"><labels><label description="Name" languagecode="1033"/></labels>
      <control id="acme_name" classid="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}" datafieldname="acme_name"/></cell></row>
    <row><cell id="{2f1d2d3e-0000-4000-8000-0000000000e4}"><labels><label description="Quantity" languagecode="1033"/></labels>
      <control id="acme_quantity" classid="{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}" datafieldname="acme_quantity"/></cell></row>
    <row><cell id="{2f1d2d3e-0000-4000-8000-0000000000e5}"><labels><label description="Opportunity" languagecode="1033"/></labels>
      <control id="acme_opportunityid" classid="{270BD3DB-D9AF-4782-9025-509E298DEC0A}" datafieldname="acme_opportunityid"/></cell></row>
  </rows></section></sections></column></columns></tab></tabs></form>`;
