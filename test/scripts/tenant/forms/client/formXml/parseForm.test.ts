/** @jest-environment jsdom */
import { parseForm } from "../../../../../../scripts/tenant/forms/client/formXml/parseForm";

const cell = (attributes: string, control: string): string =>
  `<cell id="{AAAAAAAA-0000-4000-8000-000000000001}" ${attributes}><labels>
    <label description="Ergebnis" languagecode="1031"/><label description="Score" languagecode="1033"/></labels>${control}</cell>`;

const form = (cells: string, more = ""): string =>
  `<form><tabs><tab name="general" id="{BBBBBBBB-0000-4000-8000-000000000001}" visible="false" expanded="true">
    <labels><label description="General" languagecode="1033"/></labels>
    <columns><column width="60%"><sections><section name="one" id="{CC}" columns="11" showlabel="0"><rows><row>${cells}</row><row/></rows></section></sections></column>
    <column width="40%"><sections/></column></columns></tab></tabs>${more}</form>`;

const firstCell = (xml: string) => parseForm(xml).tabs[0]?.columns[0]?.sections[0]?.rows[0]?.[0];

test("reads tabs, columns and sections with their names, widths and visibility", () => {
  const [tab] = parseForm(form("")).tabs;

  expect(tab).toMatchObject({
    id: "bbbbbbbb-0000-4000-8000-000000000001",
    name: "general",
    label: "General",
    isVisible: false,
  });
  expect(tab?.columns.map(({ width }) => width)).toEqual(["60%", "40%"]);
  expect(tab?.columns[0]?.sections[0]).toMatchObject({ name: "one", isLabelShown: false, isVisible: true });
});

test("the old way of writing section columns, one digit each, counts them", () => {
  expect(parseForm(form("")).tabs[0]?.columns[0]?.sections[0]?.columnCount).toBe(2);
  expect(parseForm(form("").replace('columns="11"', 'columns="3"')).tabs[0]?.columns[0]?.sections[0]?.columnCount).toBe(
    3,
  );
});

test("reads a cell's English label, span and control", () => {
  const found = firstCell(
    form(
      cell(
        'colspan="2" showlabel="false"',
        '<control id="score" classid="{c6d124ca-7eda-4a60-aea9-7fb8d318b68f}" datafieldname="acme_score" disabled="true"/>',
      ),
    ),
  );

  expect(found).toMatchObject({ label: "Score", colSpan: 2, rowSpan: 1, isLabelShown: false, isVisible: true });
  expect(found?.control).toMatchObject({
    id: "score",
    kind: "number",
    column: "acme_score",
    isDisabled: true,
    custom: null,
    subgrid: null,
  });
});

test("a spacer is a cell without a control", () => {
  expect(firstCell(form(cell("", "")))?.control).toBeNull();
});

test("a class id the tenant does not draw is said to be so, not guessed", () => {
  const found = firstCell(form(cell("", '<control id="notes" classid="{06375649-c143-495e-a496-c962e5b4488e}"/>')));

  expect(found?.control?.kind).toBe("notSupported");
});

test("reads what a subgrid shows", () => {
  const parameters = `<parameters><TargetEntityType>acme_part</TargetEntityType><ViewId>{DD}</ViewId>
    <RelationshipName>acme_parent_part</RelationshipName><RecordsPerPage>7</RecordsPerPage></parameters>`;
  const found = firstCell(
    form(
      cell(
        "",
        `<control id="parts" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}" indicationOfSubgrid="true">${parameters}</control>`,
      ),
    ),
  );

  expect(found?.control?.subgrid).toEqual({
    table: "acme_part",
    viewId: "dd",
    relationship: "acme_parent_part",
    rowsPerPage: 7,
  });
});

test("a code component is the one described for the web, with columns and literals told apart", () => {
  const descriptions = `<controlDescriptions><controlDescription forControl="{EE}">
    <customControl id="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}"><parameters><datafieldname>acme_score</datafieldname></parameters></customControl>
    <customControl formFactor="1" name="acme_Acme.Phone"><parameters/></customControl>
    <customControl formFactor="0" name="acme_Acme.Gauge"><parameters>
      <value type="Whole.None">acme_score</value><max type="Whole.None" static="true">100</max>
      <owner type="Lookup.Simple"><BindAttribute>ownerid</BindAttribute></owner></parameters></customControl>
  </controlDescription></controlDescriptions>`;
  const control =
    '<control id="score" classid="{F9A8A302-114E-466A-B582-6771B2AE0D92}" datafieldname="acme_score" uniqueid="{ee}"/>';

  expect(firstCell(form(cell("", control), descriptions))?.control?.custom).toEqual({
    name: "acme_Acme.Gauge",
    parameters: [
      { property: "value", type: "Whole.None", value: "acme_score", isStatic: false },
      { property: "max", type: "Whole.None", value: "100", isStatic: true },
      { property: "owner", type: "Lookup.Simple", value: "ownerid", isStatic: false },
    ],
    dataSets: [],
  });
});

test("a data set is what a code component on a subgrid gets, and no column of the form", () => {
  const control = `<control id="grid" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}" uniqueid="{${"1".repeat(8)}-1111-4111-8111-111111111111}" />`;
  const descriptions = `<controlDescriptions><controlDescription forControl="{11111111-1111-4111-8111-111111111111}">
    <customControl formFactor="0" name="acme_Acme.Rows"><parameters>
      <data-set name="rows"><TargetEntityType>acme_part</TargetEntityType></data-set><size type="Whole.None" static="true">3</size>
    </parameters></customControl></controlDescription></controlDescriptions>`;
  expect(firstCell(form(cell("", control), descriptions))?.control?.custom).toEqual({
    name: "acme_Acme.Rows",
    parameters: [{ property: "size", type: "Whole.None", value: "3", isStatic: true }],
    dataSets: ["rows"],
  });
});

test("reads libraries in order and handlers with what they are to get", () => {
  const events = `<formLibraries><Library name="b.js"/><Library name="a.js"/></formLibraries>
    <events><event name="onload" application="false"><Handlers>
      <Handler functionName="Acme.onLoad" libraryName="a.js" enabled="true" parameters="1,'x'" passExecutionContext="true"/></Handlers></event>
    <event name="onload" application="true"><InternalHandlers><Handler functionName="Mscrm.internal" libraryName="m.js"/></InternalHandlers></event></events>`;
  const { libraries, events: found } = parseForm(form("", events));

  expect(libraries).toEqual(["b.js", "a.js"]);
  expect(found.flatMap(({ handlers }) => handlers)).toEqual([
    {
      functionName: "Acme.onLoad",
      library: "a.js",
      isEnabled: true,
      passesExecutionContext: true,
      parameters: "1,'x'",
    },
  ]);
});

test("broken XML is refused with the parser's words", () => {
  expect(() => parseForm("<form><tabs></form>")).toThrow(/The form is not well-formed XML/);
});
