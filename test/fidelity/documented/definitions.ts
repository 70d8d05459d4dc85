import { examplesOf, refusedOf, type Example } from "./Example";

const query = examplesOf("webapi/query-metadata-web-api");
const byName = examplesOf("webapi/retrieve-metadata-name-metadataid");
const noQuery = refusedOf("webapi/query-metadata-web-api");
const account = "EntityDefinitions(LogicalName='account')";
const category = "Attributes(LogicalName='customertypecode')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata";
const twelve = { OptionSet: { MetadataId: /-/ }, GlobalOptionSet: { MetadataId: /-/ } };

export const definitions: readonly Example[] = [
  query(`GET ${account}?$select=DisplayName,EntitySetName`, {
    json: {
      EntitySetName: "accounts",
      MetadataId: "{table}",
      DisplayName: { UserLocalizedLabel: { Label: "Account", LanguageCode: 1033 } },
    },
  }),
  noQuery(
    `GET ${account}?$select=DisplayName,IsKnowledgeManagementEnabled,EntitySetName`,
    "IsKnowledgeManagementEnabled",
  ),
  query(
    "GET EntityDefinitions?$select=LogicalName&$filter=LogicalName eq 'account' and OwnershipType eq Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned'",
    { json: { value: [{ LogicalName: "account" }] } },
  ),
  noQuery("GET EntityDefinitions?$select=LogicalName&$filter=CanCreateAttributes/Value eq true", "CanCreateAttributes"),
  query(
    `GET ${account}?$select=LogicalName&$expand=Attributes($select=LogicalName;$filter=AttributeType eq Microsoft.Dynamics.CRM.AttributeTypeCode'Picklist')`,
    {
      json: {
        LogicalName: "account",
        Attributes: [
          { LogicalName: "customertypecode" },
          { LogicalName: "industrycode" },
          { LogicalName: "ownershipcode" },
        ],
      },
    },
  ),
  query(
    `GET ${account}/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet,GlobalOptionSet`,
    { json: { value: [twelve, twelve, twelve] } },
  ),
  query(`GET ${account}/Attributes/Microsoft.Dynamics.CRM.MoneyAttributeMetadata?$select=LogicalName,Precision`, {
    json: { value: [{ LogicalName: "revenue", Precision: 2 }, {}] },
  }),
  query(
    `GET ${account}/Attributes?$select=SchemaName&$filter=RequiredLevel/Value eq Microsoft.Dynamics.CRM.AttributeRequiredLevel'ApplicationRequired'`,
    { json: { value: [{ SchemaName: "Name" }] } },
  ),
  query(
    `GET ${account}/Attributes({column})/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet`,
    { json: { LogicalName: "customertypecode", OptionSet: { IsGlobal: false, OptionSetType: "Picklist" } } },
  ),
  query(
    `GET ${account}/Attributes({column})/Microsoft.Dynamics.CRM.PicklistAttributeMetadata/OptionSet?$select=Options`,
    { json: { Options: Array.from({ length: 12 }, () => ({})) } },
  ),
  query("GET RelationshipDefinitions?$select=SchemaName&$filter=SchemaName eq 'account_primary_contact'", {
    json: { value: [{ SchemaName: "account_primary_contact" }] },
  }),
  query(
    "GET RelationshipDefinitions/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$select=SchemaName&$filter=SchemaName eq 'account_primary_contact'",
    { json: { value: [{}] } },
  ),
  query(
    "GET RelationshipDefinitions/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$select=SchemaName&$filter=ReferencedEntity eq 'lead'",
    { text: /opportunity_originating_lead/ },
  ),
  query("GET EntityDefinitions(LogicalName='lead')/OneToManyRelationships?$select=SchemaName", {
    text: /opportunity_originating_lead/,
  }),
  query("GET GlobalOptionSetDefinitions(08fa2cb2-e3fe-497a-9b5d-ee887f5cc3cd)", {
    status: 404,
    json: { error: { code: "0x80040217" } },
  }),
  query("GET GlobalOptionSetDefinitions(Name='no_such_choice')", {
    status: 404,
    json: { error: { code: "0x80040217" } },
  }),
  query("GET GlobalOptionSetDefinitions?$filter=Name eq 'x'", {
    status: 400,
    json: { error: { message: /\$filter/ } },
  }),
  byName(`GET ${account}`, { json: { LogicalName: "account", PrimaryIdAttribute: "accountid" } }),
  byName(`GET ${account}/Attributes(LogicalName='emailaddress1')`, {
    json: { LogicalName: "emailaddress1", AttributeType: "String" },
  }),
  byName("GET RelationshipDefinitions(SchemaName='account_primary_contact')", {
    json: { ReferencedEntity: "contact", ReferencingAttribute: "primarycontactid" },
  }),
  byName(
    `GET ${account}/${category}?$select=LogicalName&$expand=OptionSet($select=Options),GlobalOptionSet($select=Options)`,
    { json: { OptionSet: { Options: Array.from({ length: 12 }, () => ({})) } } },
  ),
  byName("GET EntityDefinitions?$filter=LogicalName%20eq%20'account'&$select=MetadataId", {
    json: { value: [{ MetadataId: "{table}" }] },
  }),
  byName("GET EntityDefinitions({table})/Attributes?$filter=LogicalName%20eq%20'customertypecode'&$select=MetadataId", {
    json: { value: [{ "@odata.type": "#Microsoft.Dynamics.CRM.PicklistAttributeMetadata", MetadataId: "{column}" }] },
  }),
  byName(
    "GET EntityDefinitions({table})/Attributes({column})/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Options),GlobalOptionSet($select=Options)",
    { json: { LogicalName: "customertypecode", MetadataId: "{column}" } },
  ),
  examplesOf("define-alternate-keys-entity")(
    "GET EntityDefinitions(LogicalName='contact')/Keys?$select=SchemaName,KeyAttributes,EntityKeyIndexStatus",
    { json: { value: [{ KeyAttributes: ["firstname", "emailaddress1"], EntityKeyIndexStatus: "Active" }] } },
  ),
  examplesOf("webapi/web-api-service-documents")("GET $metadata", {
    text: /<EntityType Name="account">/,
    headers: { "content-type": /^application\/xml/ },
  }),
];
