/** @jest-environment jsdom */
import { parseManifest } from "../../../../../../scripts/tenant/forms/client/manifest/parseManifest";
import { parseResx } from "../../../../../../scripts/tenant/forms/client/manifest/parseResx";

const manifest = (control: string, attributes = 'control-type="virtual"'): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?><manifest><control namespace="Acme" constructor="Gauge" version="1.2.3" ${attributes}>
    ${control}<resources><code path="bundle.js" order="1"/><css path="css/a.css"/><resx path="strings/Gauge.1033.resx" version="1.0.0"/></resources></control>
    <built-by name="pac" version="1.51.1"/></manifest>`;

test("reads properties with the types of their group", () => {
  const { properties } = parseManifest(
    manifest(`<type-group name="numbers"><type>Whole.None</type><type>Decimal</type></type-group>
      <property name="score" of-type-group="numbers" usage="bound" required="true"/>
      <property name="mode" of-type="Enum" usage="input" default-value="compact"/>`),
  );

  expect(properties).toEqual([
    { name: "score", types: ["Whole.None", "Decimal"], usage: "bound", isRequired: true, defaultValue: null },
    { name: "mode", types: ["Enum"], usage: "input", isRequired: false, defaultValue: "compact" },
  ]);
});

test("reads events, files and features", () => {
  const found = parseManifest(
    manifest('<event name="onAsk"/>').replace(
      "</control>",
      '<feature-usage><uses-feature name="WebAPI" required="true"/></feature-usage></control>',
    ),
  );

  expect(found).toMatchObject({
    namespace: "Acme",
    constructorName: "Gauge",
    version: "1.2.3",
    controlType: "virtual",
    events: ["onAsk"],
    code: "bundle.js",
    styleSheets: ["css/a.css"],
    strings: ["strings/Gauge.1033.resx"],
    features: ["WebAPI"],
  });
});

test("a control type the tenant cannot host is refused by name", () => {
  expect(() => parseManifest(manifest("", 'control-type="react"'))).toThrow(
    'Controls of type "react" are not supported',
  );
});

test("reads strings by key", () => {
  const strings = parseResx(
    '<root><resheader name="version"><value>2.0</value></resheader><data name="Score"><value>Deal score</value></data></root>',
  );

  expect([...strings]).toEqual([["Score", "Deal score"]]);
});
