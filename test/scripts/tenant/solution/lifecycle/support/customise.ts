import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { type Element, XMLSerializer } from "@xmldom/xmldom";
import { baseIds } from "../../../../../../scripts/tenant/baseTables/baseIds";
import type { ColumnMetadata } from "../../../../../../scripts/tenant/dataverse/metadata";
import { childElement, descendants } from "../../../../../../scripts/tenant/solution/elements";
import { parseXml } from "../../../../../../scripts/tenant/solution/parseXml";
import type { GivenTenant } from "../../../pipeline/support/givenTenant";
import { retired } from "./lastRelease";

/** One thing that an administrator or a maker does: which, to what, and how. Numbers are taken modulo of what there is. */
export interface Customisation {
  kind: keyof typeof kinds;
  target: number;
  detail: number;
  text: string;
}

const number = fc.nat(9999);

export const anyCustomisation = (): fc.Arbitrary<Customisation> =>
  fc.record({
    kind: fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
    target: number,
    detail: number,
    text: fc.stringMatching(/^[A-Za-z][A-Za-z ]{2,17}[a-z]$/),
  });

export const customise = (tenant: GivenTenant, customisation: Customisation): Promise<void> =>
  kinds[customisation.kind](tenant, customisation);

type Apply = (tenant: GivenTenant, customisation: Customisation) => Promise<void>;

function pick<T>(items: readonly T[], at: number): T {
  const item = items[at % items.length];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
}

const ours = "cosell_";

/** Ids of the rows of a table that the solution brought. */
async function managed(tenant: GivenTenant, table: string): Promise<string[]> {
  const id = tenant.catalogue.table(table)?.primaryId ?? "";
  const [solution] = await tenant.rows.read("solution", ["solutionid"], { uniquename: "CoSellConnector" });
  const rows = await tenant.rows.read(table, [id], { solutionid: String(solution?.solutionid) });
  return rows.map((row) => String(row[id])).sort();
}

const ourTables = ({ catalogue }: GivenTenant) =>
  catalogue.tables().filter(({ logicalName }) => logicalName.startsWith(ours) || logicalName === "opportunity");

async function changeColumn(
  tenant: GivenTenant,
  { target, detail }: Customisation,
  change: (column: ColumnMetadata) => ColumnMetadata,
): Promise<void> {
  const table = pick(ourTables(tenant), target);
  const column = pick(
    table.columns.filter(({ logicalName }) => logicalName.startsWith(ours)),
    detail,
  );
  const columns = table.columns.map((each) => (each === column ? change(column) : each));
  await tenant.transactions.inTransaction(async () => tenant.catalogue.saveTable({ ...table, columns }));
}

async function changeForm(
  tenant: GivenTenant,
  { target }: Customisation,
  change: (form: Element) => void,
): Promise<void> {
  const forms = await tenant.rows.read("systemform", ["formid", "formxml"]);
  const row = pick(
    forms.filter(({ formxml }) => String(formxml).includes(ours)),
    target,
  );
  const parsed = parseXml("formxml", String(row.formxml));
  if (!parsed.ok) throw new Error("The form is no XML.");
  change(parsed.root);
  await tenant.rows.save("systemform", String(row.formid), {
    formxml: new XMLSerializer().serializeToString(parsed.root),
  });
}

const newCell = (text: string, id = randomUUID()): string =>
  `<row><cell id="{${id}}"><labels><label description="${text}" languagecode="1033" /></labels><control id="theirs_${id}" classid="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}" datafieldname="createdon" /></cell></row>`;

function addRow(section: Element, xml: string): void {
  const parsed = parseXml("row", xml);
  if (parsed.ok)
    childElement(section, "rows")?.appendChild(section.ownerDocument?.importNode(parsed.root, true) as Element);
}

/** A form in which people have placed a column needs it, and no upgrade may take that away: moved is what stays. */
const isMovable = (cell: Element): boolean => {
  const control = childElement(cell, "control");
  return control !== undefined && control.getAttribute("datafieldname") !== retired.column;
};

const sections = (form: Element): Element[] =>
  descendants(form, "section").filter((section) => childElement(section, "rows") !== undefined);

const kinds = {
  "a value of an environment variable": async (tenant, { target, text }) => {
    const definition = "environmentvariabledefinitionid";
    const id = pick(await managed(tenant, "environmentvariabledefinition"), target);
    const [present] = await tenant.rows.read("environmentvariablevalue", ["environmentvariablevalueid"], {
      [definition]: id,
    });
    const value = { schemaname: "value", value: text, [definition]: id };
    if (!present) await tenant.rows.create("environmentvariablevalue", value);
    else await tenant.rows.save("environmentvariablevalue", String(present.environmentvariablevalueid), value);
  },
  "a mapping row": async (tenant, { text, target }) => {
    await tenant.rows.create("cosell_fieldmapping", { cosell_name: text, cosell_mappingkey: `${text} ${target}` });
  },
  "a webhook registration": async (tenant, { text }) => {
    await tenant.rows.create("cosell_connection", {
      cosell_name: text,
      cosell_webhookendpoint: `https://contoso.example/${text}`,
    });
  },
  "a control on a form": (tenant, customisation) =>
    changeForm(tenant, customisation, (form) => {
      const { detail, text } = customisation;
      addRow(pick(sections(form), detail), newCell(text));
    }),
  "a control moved to another section": (tenant, customisation) =>
    changeForm(tenant, customisation, (form) => {
      const cell = pick(descendants(form, "cell").filter(isMovable), customisation.detail);
      const from = cell.parentNode as Element;
      const to = pick(sections(form), customisation.detail + 1);
      from.removeChild(cell);
      if (!childElement(from, "cell")) from.parentNode?.removeChild(from);
      addRow(to, `<row>${new XMLSerializer().serializeToString(cell)}</row>`);
    }),
  "a control hidden": (tenant, customisation) =>
    changeForm(tenant, customisation, (form) =>
      pick(descendants(form, "cell"), customisation.detail).setAttribute("visible", "false"),
    ),
  "a section renamed": (tenant, customisation) =>
    changeForm(tenant, customisation, (form) => {
      const labels = sections(form).flatMap((section) => descendants(childElement(section, "labels"), "label"));
      pick(labels, customisation.detail).setAttribute("description", customisation.text);
    }),
  "a view renamed": async (tenant, { target, text }) => {
    await tenant.rows.save("savedquery", pick(await managed(tenant, "savedquery"), target), { name: text });
  },
  "a view with wider columns": async (tenant, { target, detail }) => {
    const id = pick(await managed(tenant, "savedquery"), target);
    const [view] = await tenant.rows.read("savedquery", ["layoutxml"], { savedqueryid: id });
    const layoutxml = String(view?.layoutxml).replace(/width="\d+"/, `width="${detail + 1}"`);
    await tenant.rows.save("savedquery", id, { layoutxml });
  },
  "a view turned off": async (tenant, { target }) => {
    const id = pick(await managed(tenant, "savedquery"), target);
    await tenant.rows.save("savedquery", id, { statecode: 1, statuscode: 2 });
  },
  "a view of their own": async (tenant, { text }) => {
    const fetchxml = '<fetch><entity name="opportunity"><attribute name="cosell_syncstatus" /></entity></fetch>';
    await tenant.rows.create("savedquery", { name: text, returnedtypecode: "opportunity", querytype: 0, fetchxml });
  },
  "a chart renamed": async (tenant, { target, text }) => {
    const id = pick(await managed(tenant, "savedqueryvisualization"), target);
    await tenant.rows.save("savedqueryvisualization", id, { name: text });
  },
  "a chart drawn in another way": async (tenant, { target, text }) => {
    const id = pick(await managed(tenant, "savedqueryvisualization"), target);
    const presentationdescription = `<Chart><Series><Series ChartType="Pie" Name="${text}" /></Series></Chart>`;
    await tenant.rows.save("savedqueryvisualization", id, { presentationdescription });
  },
  "a chart of their own": async (tenant, { text }) => {
    const datadescription =
      '<datadefinition><fetchcollection><fetch aggregate="true"><entity name="cosell_link"><attribute name="cosell_syncstatus" groupby="true" alias="status" /></entity></fetch></fetchcollection></datadefinition>';
    await tenant.rows.create("savedqueryvisualization", {
      name: text,
      primaryentitytypecode: "cosell_link",
      datadescription,
    });
  },
  "a privilege more": async (tenant, { target, detail }) => {
    const roleid = pick(await managed(tenant, "role"), target);
    const privileges = await tenant.rows.read("privilege", ["privilegeid", "name"]);
    const given = new Set(
      (await tenant.rows.read("roleprivileges", ["privilegeid"], { roleid })).map((row) => row.privilegeid),
    );
    const { privilegeid, name } = pick(
      privileges.filter((each) => !given.has(each.privilegeid)),
      detail,
    );
    const row = { roleid, privilegeid: String(privilegeid), privilegename: String(name), privilegedepthmask: 8 };
    await tenant.rows.create("roleprivileges", row);
  },
  "a privilege that reaches less far": async (tenant, { target, detail }) => {
    const roleid = pick(await managed(tenant, "role"), target);
    const { roleprivilegeid } = pick(await tenant.rows.read("roleprivileges", ["roleprivilegeid"], { roleid }), detail);
    await tenant.rows.save("roleprivileges", String(roleprivilegeid), { privilegedepthmask: 4 });
  },
  "a privilege less": async (tenant, { target, detail }) => {
    const roleid = pick(await managed(tenant, "role"), target);
    const { roleprivilegeid } = pick(await tenant.rows.read("roleprivileges", ["roleprivilegeid"], { roleid }), detail);
    await tenant.rows.delete("roleprivileges", String(roleprivilegeid));
  },
  "a column of their own": async (tenant, { target, text }) => {
    const table = pick(ourTables(tenant), target);
    const logicalName = `contoso_${text.toLowerCase().replaceAll(" ", "")}`;
    if (table.columns.some((column) => column.logicalName === logicalName)) return;
    const like = pick(
      table.columns.filter(({ type }) => type === "nvarchar"),
      0,
    );
    const column = { ...like, logicalName, schemaName: logicalName, displayName: text, custom: true };
    await tenant.transactions.inTransaction(async () =>
      tenant.catalogue.saveTable({ ...table, columns: [...table.columns, column] }),
    );
  },
  "a column renamed": (tenant, customisation) =>
    changeColumn(tenant, customisation, (column) => ({ ...column, displayName: customisation.text })),
  "a column recommended": (tenant, customisation) =>
    changeColumn(tenant, customisation, (column) => ({ ...column, required: "recommended" })),
  "an option renamed": async (tenant, { target, detail, text }) => {
    const choice = pick(
      tenant.catalogue.choices().filter(({ name }) => name.startsWith(ours)),
      target,
    );
    const option = pick(choice.options, detail);
    const options = choice.options.map((each) => (each === option ? { ...each, label: text } : each));
    await tenant.transactions.inTransaction(async () => tenant.catalogue.saveChoice({ ...choice, options }));
  },
  "an option of their own": async (tenant, { target, detail, text }) => {
    const choice = pick(
      tenant.catalogue.choices().filter(({ name }) => name.startsWith(ours)),
      target,
    );
    if (choice.options.some(({ value }) => value === detail)) return;
    const options = [...choice.options, { value: detail, label: text }];
    await tenant.transactions.inTransaction(async () => tenant.catalogue.saveChoice({ ...choice, options }));
  },
  "a flow turned on": async (tenant, { target }) => {
    for (const id of await managed(tenant, "connectionreference"))
      await tenant.rows.save("connectionreference", id, { connectionid: `connection ${id}` });
    const id = pick(await managed(tenant, "workflow"), target);
    await tenant.rows.save("workflow", id, { statecode: 1, statuscode: 2 });
  },
  "a step turned off": async (tenant, { target }) => {
    const id = pick(await managed(tenant, "sdkmessageprocessingstep"), target);
    await tenant.rows.save("sdkmessageprocessingstep", id, { statecode: 1, statuscode: 2 });
  },
  "a user with a role": async (tenant, { target }) => {
    const roleid = pick(await managed(tenant, "role"), target);
    await tenant.rows.create("systemuserroles", { systemuserid: baseIds.kimSeller, roleid });
  },
  "a user with a column security profile": async (tenant, { target }) => {
    const fieldsecurityprofileid = pick(await managed(tenant, "fieldsecurityprofile"), target);
    await tenant.rows.create("systemuserprofiles", { systemuserid: baseIds.kimSeller, fieldsecurityprofileid });
  },
  "a command hidden": async (tenant, { text }) => {
    await tenant.rows.create("msdyn_componentlayer", {
      msdyn_name: `Opportunity ${text}`,
      msdyn_solutioncomponentname: "Command bar",
      msdyn_solutionname: "Active",
      msdyn_componentjson: JSON.stringify({ xml: "<RibbonDiffXml />" }),
    });
  },
} satisfies Record<string, Apply>;
