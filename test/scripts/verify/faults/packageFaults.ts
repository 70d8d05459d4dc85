import {
  change,
  dll,
  edit,
  elements,
  files,
  flow,
  form,
  inManifest,
  leaveOut,
  roots,
  type PlantedFault,
} from "./plant";

/** Faults of the zip, its manifest, the order of elements and of identifiers. */
export const packageFaults: readonly PlantedFault[] = [
  // The zip and its manifest.
  leaveOut("three root files", "no solution.xml", /^solution\.xml$/),
  change("XML is well-formed", "XML that is not well-formed", "</Entities>", ""),
  leaveOut(files, "a web resource's file left out", /^WebResources\/.*OpportunityForm/),
  leaveOut(files, "a flow's file left out", flow),
  leaveOut(files, "the assembly's file left out", dll),
  {
    rule: "every file has a content type",
    what: "a file without content type",
    plant: (all) => edit(all, "[Content_Types].xml", /<Override PartName="\/WebResources[^>]*>/, ""),
  },
  inManifest("version of two to four numbers", "a version that is none", /<Version>[^<]*</, "<Version>next<"),
  inManifest(
    "prefix of 2 to 8 letters and digits",
    "a prefix of one letter",
    /<CustomizationPrefix>[^<]*</,
    "<CustomizationPrefix>c<",
  ),
  inManifest(
    "option value prefix 10000 to 99999",
    "an option value prefix of two digits",
    /<CustomizationOptionValuePrefix>[^<]*</,
    "<CustomizationOptionValuePrefix>73<",
  ),
  inManifest(
    "required components are installed",
    "a table required from unmanaged changes",
    /solution="msdynce_Sales[^"]*"/,
    'solution="Active"',
  ),
  inManifest(
    "what users see has a name",
    "a solution without name",
    /<LocalizedName description="Co-sell Connector for Dynamics 365"[^>]*>(\s*<LocalizedName [^>]*>)*/,
    "",
  ),
  change("a solution says its languages", "no languages", /<Language>\d+<\/Language>/, ""),
  inManifest(
    "no environment-specific root types",
    "a root component of another environment's type",
    "<RootComponents>",
    '<RootComponents><RootComponent type="10421" id="{11111111-1111-4111-8111-111111111111}" behavior="0" />',
  ),
  inManifest(
    roots,
    "a form that doesn't exist as root component",
    "<RootComponents>",
    '<RootComponents><RootComponent type="60" id="{11111111-1111-4111-8111-111111111111}" behavior="0" />',
  ),
  inManifest(
    roots,
    "a view that doesn't exist as root component",
    "<RootComponents>",
    '<RootComponents><RootComponent type="26" id="{11111111-1111-4111-8111-111111111111}" behavior="0" />',
  ),
  inManifest(roots, "a web resource without root component", /<RootComponent type="61"[^>]*engine\.js"[^>]*>/, ""),
  inManifest(roots, "a root component misspelt", "cosell_/forms/OpportunityForm.js", "cosell_/forms/Opportunity.js"),
  inManifest("names are unique", "a root component listed twice", /(<RootComponent type="80"[^>]*>)/, "$1$1"),

  // Order and names of elements.
  change(
    elements,
    "a web resource whose language stands before its description",
    /(<Description>Script of the Opportunity form\.<\/Description>)\s*(<LanguageCode>1033<\/LanguageCode>)/,
    "$2$1",
  ),
  change(
    elements,
    "a column whose elements stand in another order",
    /(<Type>nvarchar<\/Type>)\s*(<Name>[^<]*<\/Name>)/,
    "$2$1",
  ),
  change(
    elements,
    "an unknown element in a table",
    "<EntitySetName>cosell_links</EntitySetName>",
    "<EntitySetName>cosell_links</EntitySetName><IsWonderful>1</IsWonderful>",
  ),
  change(
    elements,
    "an unknown element in a column",
    "<IsSecured>0</IsSecured>",
    "<IsSecured>0</IsSecured><IsWonderful>1</IsWonderful>",
  ),
  change(
    elements,
    "sections in another order",
    /(<Roles>[\s\S]*<\/Roles>)\s*(<Workflows>[\s\S]*<\/Workflows>)/,
    "$2$1",
  ),
  change(elements, "a view without id", /<savedqueryid>[^<]*<\/savedqueryid>/, ""),
  change(elements, "a relationship without type", /<EntityRelationshipType>OneToMany<\/EntityRelationshipType>/, ""),

  // Identifiers.
  change(
    "ids are unique",
    "the same id for two web resources",
    /<WebResourceId>[^<]*<\/WebResourceId>(?=\s*<Name>cosell_\/views)/,
    "<WebResourceId>{750d28bd-99d7-5171-887d-469295345e08}</WebResourceId>",
  ),
  change("ids are GUIDs", "a web resource id that is no GUID", /<WebResourceId>\{7/, "<WebResourceId>{x"),
  change("ids are GUIDs", "a role id that is no GUID", /<Role id="\{0/, '<Role id="{x'),
  change(
    "names are unique",
    "a column twice",
    /(<attribute PhysicalName="cosell_Audit">[\s\S]*?<\/attribute>)/,
    "$1$1",
  ),
  change(
    form,
    "the same control id twice on a form",
    'control id="cosell_howcanmicrosofthelp"',
    'control id="cosell_referralvisibility"',
  ),
  change(
    form,
    "the same cell id twice on a form",
    "{136ef0cd-5eb4-52cf-add6-c852dbfb7c76}",
    "{bdf6a0e3-916d-55ab-b8ba-15f6283def06}",
  ),
  change(form, "a tab id that is no GUID", 'id="{d86da7d1-468a-5088-a294-ff13f53297a4}"', 'id="tab"'),
];
