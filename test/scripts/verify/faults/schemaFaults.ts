import { type PlantedFault, change, views, column } from "./plant";

/** Faults of tables, columns, choices, views, apps and security. */
export const schemaFaults: readonly PlantedFault[] = [
  // Tables, columns, choices, keys, relationships.
  change(
    "what users see has a name",
    "a table without names",
    /(<entity Name="cosell_Link">\s*)<LocalizedNames>[\s\S]*?<\/LocalizedNames>/,
    "$1<LocalizedNames />",
  ),
  change(column, "an unknown type of column", /(PhysicalName="cosell_Audit">\s*<Type>)ntext/, "$1longtext"),
  change(
    "lengths within the limits of the type",
    "a text column of 90,000 characters",
    /(<Type>nvarchar<\/Type>[\s\S]*?<MaxLength>)\d+/,
    "$190000",
  ),
  change(
    column,
    "a default that is no option",
    /(<Type>picklist<\/Type>(?:(?!<\/attribute>)[\s\S])*?)<AppDefaultValue>-?\d+</,
    "$1<AppDefaultValue>731509999<",
  ),
  change(
    "option values lie in the publisher's range",
    "an option outside the publisher's range",
    'option value="731500001"',
    'option value="100000001"',
  ),
  change(
    "option values are unique",
    "the same option value twice",
    'option value="731500001"',
    'option value="731500000"',
  ),
  change(
    "choices exist",
    "a choice that is not there",
    "<OptionSetName>cosell_syncstatus",
    "<OptionSetName>cosell_syncstate",
  ),
  change(
    "keys are made of columns",
    "an alternate key over a column that is not there",
    /<AttributeName>cosell_\w+<\/AttributeName>(?=\s*(?:<AttributeName>[^<]*<\/AttributeName>\s*)*<\/EntityKeyAttributes>)/,
    "<AttributeName>cosell_nosuch</AttributeName>",
  ),
  change(
    "relationships join what exists",
    "a relationship to a table that is not there",
    "<ReferencedEntityName>cosell_Link<",
    "<ReferencedEntityName>cosell_Chain<",
  ),
  change(
    "a lookup has its relationship",
    "no relationships at all",
    /<EntityRelationships>[\s\S]*<\/EntityRelationships>/,
    "<EntityRelationships />",
  ),

  // Views, apps, security.
  change(views, "a view over another table", /<entity name="cosell_link">/, '<entity name="cosell_message">'),
  change(
    views,
    "a view over a column that is not there",
    /<attribute name="cosell_\w+" \/>/,
    '<attribute name="cosell_nosuch" />',
  ),
  change(views, "an operator that is none", 'operator="eq"', 'operator="equals"'),
  change(views, "a query without table", /<fetch([^>]*)>\s*<entity[\s\S]*?<\/entity>\s*<\/fetch>/, "<fetch$1></fetch>"),
  change(views, "a grid whose rows have another key", /(<row name="result" id=")cosell_linkid"/, '$1cosell_messageid"'),
  change("site maps lead to what exists", "a site map without area", /<Area [\s\S]*<\/Area>/, ""),
  change(
    "site maps lead to what exists",
    "a site map to a table that its app lacks",
    'Entity="cosell_link"',
    'Entity="opportunity"',
  ),
  change(
    "apps show what exists",
    "an app with a view that is not there",
    "<AppModuleComponents>",
    '<AppModuleComponents><AppModuleComponent type="26" id="{11111111-1111-4111-8111-111111111111}" />',
  ),
  change(
    "apps show what exists",
    "an app with a table that is not there",
    'type="1" schemaName="cosell_link"',
    'type="1" schemaName="cosell_chain"',
  ),
  change(
    "apps show what exists",
    "an app whose site map is another",
    'type="62" schemaName="cosell_CoSell"',
    'type="62" schemaName="cosell_Other"',
  ),
  change(
    "apps show what exists",
    "an app for a role that is not there",
    /<Role id="\{05251908(?=[^"]*" ?\/)/,
    '<Role id="{15251908',
  ),
  change(
    "roles give privileges that exist",
    "a privilege on a table that is not there",
    "prvReadcosell_Link",
    "prvReadcosell_Chain",
  ),
  change("roles give privileges that exist", "a privilege that is none", "prvReadcosell_Link", "prvNonsense"),
  change("privilege levels", "a depth that is none", /level="Global"/, 'level="Everywhere"'),
  change(
    "profiles speak of secured columns",
    "a security profile for an unsecured column",
    /<AttributeName>cosell_\w+(?=<\/AttributeName>\s*<CanRead)/,
    "<AttributeName>cosell_name",
  ),
  change(
    "web resources as the server can use them",
    "a web resource of an unknown type",
    "<WebResourceType>3<",
    "<WebResourceType>42<",
  ),
];
