import type { ElementShape } from "../checks/schemaOrder";

const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");

/** Children in this order. */
const inOrder = (order: string, required = ""): ElementShape => ({
  order: words(order),
  anywhere: new Set(),
  required: words(required),
  isOpen: false,
});

/** Children at any place. */
const anyOf = (names: string): ElementShape => ({
  order: [],
  anywhere: new Set(words(names)),
  required: [],
  isOpen: false,
});

const parameters = anyOf("BoolParameter CrmParameter DecimalParameter IntParameter StringParameter");

/** `RibbonDiffXml` of a table in the platform's public schema (RibbonCore, RibbonTypes and RibbonWSS of the family 9.0.0.2090). */
export const ribbonShapes: Readonly<Record<string, ElementShape>> = {
  CustomActions: anyOf("CustomAction HideCustomAction"),
  CustomAction: inOrder("CommandUIDefinition", "CommandUIDefinition"),
  FlyoutAnchor: inOrder("Menu"),
  Menu: inOrder("MenuSection", "MenuSection"),
  CommandDefinitions: anyOf("CommandDefinition"),
  CommandDefinition: inOrder("EnableRules DisplayRules Actions", "EnableRules DisplayRules Actions"),
  Actions: anyOf("JavaScriptFunction Url OutlookCommand"),
  JavaScriptFunction: parameters,
  CustomRule: parameters,
  OrRule: anyOf("Or"),
  RuleDefinitions: inOrder("TabDisplayRules DisplayRules EnableRules", "TabDisplayRules DisplayRules EnableRules"),
  DisplayRules: anyOf("DisplayRule"),
  EnableRules: anyOf("EnableRule"),
  LocLabels: anyOf("LocLabel"),
  LocLabel: inOrder("Titles", "Titles"),
  Titles: inOrder("Title", "Title"),
  RibbonDiffXml: {
    ...inOrder("CustomActions Templates CommandDefinitions RuleDefinitions LocLabels"),
    anywhere: new Set(["RibbonNotSupported"]),
  },
};

/** Kinds of rules that may stand in an `<EnableRule>`. */
export const enableRuleKinds: ReadonlySet<string> = new Set(
  words(
    "CrmClientTypeRule CrmOutlookClientTypeRule CrmOfflineAccessStateRule CustomRule EntityRule FormStateRule OutlookItemTrackingRule OutlookVersionRule PageRule RecordPrivilegeRule SelectionCountRule SkuRule ValueRule CommandClientTypeRule OrRule",
  ),
);

/** Kinds of rules that may stand in a `<DisplayRule>`, besides those whose names begin with `HideIf`. */
export const displayRuleKinds: ReadonlySet<string> = new Set(
  words(
    "CrmClientTypeRule CommandClientTypeRule DeviceTypeRule CrmOutlookClientTypeRule CrmOutlookClientVersionRule CrmOfflineAccessStateRule EntityRule EntityPrivilegeRule EntityPropertyRule FormEntityContextRule FormStateRule MiscellaneousPrivilegeRule OrganizationSettingRule OutlookRenderTypeRule OutlookVersionRule PageRule ReferencingAttributeRequiredRule RelationshipTypeRule SkuRule ValueRule OptionSetRule FormTypeRule HideForTabletExperienceRule IsExportToExcelOnlineEnabledRule FeatureControlRule OrRule",
  ),
);

const privileges = words("Create Read Write Delete Assign Share Append AppendTo");

/** Attributes that elements need, and the values that they may have; null where any value will do. */
export const ribbonAttributes: Readonly<Record<string, Readonly<Record<string, readonly string[] | null>>>> = {
  CommandDefinition: { Id: null },
  JavaScriptFunction: { FunctionName: null, Library: null },
  CustomRule: { FunctionName: null, Library: null },
  ValueRule: { Field: null, Value: null },
  FormStateRule: { State: words("Create Existing ReadOnly Disabled BulkEdit") },
  EntityPrivilegeRule: { PrivilegeType: privileges, PrivilegeDepth: words("None Basic Local Deep Global") },
  RecordPrivilegeRule: { PrivilegeType: privileges },
  StringParameter: { Value: null },
  CrmParameter: {
    Value: words(
      "PrimaryEntityTypeCode PrimaryEntityTypeName PrimaryItemIds FirstPrimaryItemId PrimaryControl PrimaryControlId SelectedEntityTypeCode SelectedEntityTypeName FirstSelectedItemId SelectedControl SelectedControlSelectedItemCount SelectedControlSelectedItemIds SelectedControlSelectedItemReferences SelectedControlAllItemCount SelectedControlAllItemIds SelectedControlAllItemReferences SelectedControlUnselectedItemCount SelectedControlUnselectedItemIds SelectedControlUnselectedItemReferences OrgName OrgLcid UserLcid CommandProperties",
    ),
  },
  Button: { Id: null },
  FlyoutAnchor: { Id: null },
  LocLabel: { Id: null },
  Title: { description: null, languagecode: null },
};
