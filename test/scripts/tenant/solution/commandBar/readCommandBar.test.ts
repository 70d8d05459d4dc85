import { readCommandBar } from "../../../../../scripts/tenant/solution/commandBar/readCommandBar";
import { parseXml } from "../../../../../scripts/tenant/solution/parseXml";

const form = "Mscrm.Form.opportunity.MainTab.Save.Controls._children";

const action = (control: string, location = form): string =>
  `<CustomAction Id="acme.Action" Location="${location}" Sequence="20"><CommandUIDefinition>${control}</CommandUIDefinition></CustomAction>`;

const button =
  '<Button Id="acme.Go" Command="acme.Go.Command" Sequence="5" LabelText="$LocLabels:acme.Go.Label" ModernImage="$webresource:acme_/go.svg" />';

const call = '<JavaScriptFunction FunctionName="Acme.go" Library="$webresource:acme_/deal.js">';

interface Parts {
  actions?: string;
  rules?: string;
  definitions?: string;
  body?: string;
}

const read = ({ actions = action(button), rules = "", definitions = "", body = "" }: Parts) => {
  const parsed = parseXml(
    "customizations.xml",
    `<RibbonDiffXml><CustomActions>${actions}</CustomActions><CommandDefinitions><CommandDefinition Id="acme.Go.Command">
      <EnableRules>${rules}</EnableRules><DisplayRules /><Actions>${body || `${call}<CrmParameter Value="PrimaryControl" /><IntParameter Value="3" /></JavaScriptFunction>`}</Actions></CommandDefinition></CommandDefinitions>
      <RuleDefinitions><TabDisplayRules /><DisplayRules /><EnableRules>${definitions}</EnableRules></RuleDefinitions>
      <LocLabels><LocLabel Id="acme.Go.Label"><Titles><Title description="Los" languagecode="1031" /><Title description="Go" languagecode="1033" /></Titles></LocLabel></LocLabels></RibbonDiffXml>`,
  );
  if (!parsed.ok) throw new Error("The test's own XML is broken.");
  return readCommandBar(parsed.root, "opportunity");
};

const ruled = (rule: string): Parts => ({
  rules: '<EnableRule Id="acme.Rule" />',
  definitions: `<EnableRule Id="acme.Rule">${rule}</EnableRule>`,
});

test("a button has its English label, its picture, and what its function is called with", () => {
  expect(read({})).toMatchObject({
    notShown: [],
    buttons: [
      {
        place: "form",
        label: "Go",
        icon: "acme_/go.svg",
        sequence: 20,
        action: {
          functionName: "Acme.go",
          library: "acme_/deal.js",
          parameters: [
            { kind: "platform", name: "PrimaryControl" },
            { kind: "literal", value: 3 },
          ],
        },
      },
    ],
  });
});

test("the buttons of a menu stand in their sequence, wherever they are written", () => {
  const item = (id: string, sequence: number): string =>
    `<Button Id="${id}" Command="acme.Go.Command" Sequence="${sequence}" LabelText="${id}" />`;
  const menu = `<FlyoutAnchor Id="acme.Menu" Command="acme.Go.Command"><Menu Id="acme.Items"><MenuSection Id="acme.Section"><Controls>${item("second", 2)}${item("first", 1)}</Controls></MenuSection></Menu></FlyoutAnchor>`;
  expect(read({ actions: action(menu) }).buttons[0]?.menu.map(({ label }) => label)).toEqual(["first", "second"]);
});

test.each([
  [
    '<ValueRule Field="StateCode" Value="0" Default="true" />',
    { kind: "value", column: "statecode", value: "0", ifUnknown: true, isInverted: false },
  ],
  ['<FormStateRule State="Create" InvertResult="true" />', { kind: "formState", state: "Create", isInverted: true }],
  ['<SelectionCountRule Minimum="1" />', { kind: "selectionCount", minimum: 1, maximum: null }],
  [
    '<EntityPrivilegeRule EntityName="Account" PrivilegeType="Create" PrivilegeDepth="Local" />',
    { kind: "privilege", right: "Create", depth: 2, table: "account" },
  ],
  [
    '<OrRule><Or><ValueRule Field="a" Value="1" /></Or><Or><ValueRule Field="b" Value="1" /></Or></OrRule>',
    { kind: "any", of: [[{ column: "a" }], [{ column: "b" }]] },
  ],
])("reads %s", (xml, rule) => {
  expect(read(ruled(xml)).buttons[0]?.rules).toMatchObject([rule]);
});

test.each([
  ["a rule of another kind", ruled('<SkuRule Sku="Online" />'), "rules of the kind SkuRule are not supported"],
  [
    "such a rule within others",
    ruled('<OrRule><Or><SkuRule Sku="Online" /></Or><Or><ValueRule Field="a" Value="1" /></Or></OrRule>'),
    "rules of the kind SkuRule",
  ],
  [
    "a rule of the platform",
    { rules: '<EnableRule Id="Mscrm.NotOffline" />' },
    "Mscrm.NotOffline is one of the platform",
  ],
  [
    "a command of the platform",
    { actions: action('<Button Id="acme.Go" Command="Mscrm.SavePrimary" />') },
    "Mscrm.SavePrimary is one of the platform",
  ],
  [
    "a place that is not drawn",
    { actions: action(button, "Mscrm.VisualizationTab.opportunity.MainTab.Actions.Controls._children") },
    "shows no commands at",
  ],
  [
    "another control than a button",
    { actions: action('<SplitButton Id="acme.Split" Command="acme.Go.Command" />') },
    "SplitButton",
  ],
  [
    "a script of the platform",
    { body: '<JavaScriptFunction FunctionName="go" Library="/_static/go.js" />' },
    "/_static/go.js",
  ],
  [
    "a parameter that is not known here",
    { body: `${call}<CrmParameter Value="CommandProperties" /></JavaScriptFunction>` },
    "CommandProperties",
  ],
  [
    "an address in place of a function",
    { body: '<Url Address="https://acme.example" />' },
    "something else than to call one function",
  ],
  [
    "hiding a command of the platform",
    { actions: '<HideCustomAction HideActionId="acme.Hide" Location="Mscrm.Form.opportunity.Delete" />' },
    "hides a command",
  ],
])("does not show, and says why: %s", (_what, parts: Parts, reason) => {
  const { buttons, notShown } = read(parts);
  expect(buttons).toEqual([]);
  expect(notShown).toHaveLength(1);
  expect(notShown[0]?.id).toMatch(/^acme\./);
  expect(notShown[0]?.reason).toContain(reason);
});
