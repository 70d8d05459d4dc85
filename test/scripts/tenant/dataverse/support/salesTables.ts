import type {
  ColumnMetadata,
  ColumnType,
  RelationshipMetadata,
  TableMetadata,
} from "../../../../../scripts/tenant/dataverse/metadata";

type Details = Partial<ColumnMetadata>;

const column = (type: ColumnType, schemaName: string, details: Details = {}): ColumnMetadata => ({
  logicalName: schemaName.toLowerCase(),
  schemaName,
  type,
  displayName: schemaName,
  required: "none",
  secured: false,
  validForCreate: true,
  validForUpdate: true,
  custom: false,
  ...details,
});

const readOnly: Details = { validForCreate: false, validForUpdate: false };
const lookup = (schemaName: string, targets: string[], details: Details = {}) =>
  column("lookup", schemaName, { targets, ...details });

const states = [
  column("state", "StateCode", {
    defaultValue: 0,
    options: [
      { value: 0, label: "Active" },
      { value: 1, label: "Inactive" },
    ],
  }),
  column("status", "StatusCode", {
    defaultValue: 1,
    options: [
      { value: 1, label: "Active", state: 0 },
      { value: 2, label: "Inactive", state: 1 },
    ],
  }),
];

const system = [
  column("datetime", "CreatedOn", readOnly),
  lookup("CreatedBy", ["systemuser"], readOnly),
  lookup("CreatedOnBehalfBy", ["systemuser"], readOnly),
  column("datetime", "ModifiedOn", readOnly),
  lookup("ModifiedBy", ["systemuser"], readOnly),
  lookup("ModifiedOnBehalfBy", ["systemuser"], readOnly),
  column("datetime", "OverriddenCreatedOn", { validForUpdate: false }),
  column("bigint", "VersionNumber", readOnly),
];

const owner = [
  column("owner", "OwnerId", { targets: ["systemuser", "team"], required: "required" }),
  lookup("OwningUser", ["systemuser"], readOnly),
  lookup("OwningTeam", ["team"], readOnly),
  lookup("OwningBusinessUnit", ["businessunit"], readOnly),
];

const money = [
  lookup("TransactionCurrencyId", ["transactioncurrency"]),
  column("decimal", "ExchangeRate", { ...readOnly, precision: 12 }),
];

function table(
  schemaName: string,
  entitySetName: string,
  primaryName: string,
  columns: ColumnMetadata[],
  details: Partial<TableMetadata> = {},
): TableMetadata {
  const logicalName = schemaName.toLowerCase();
  const ownership = details.ownership ?? "user";
  return {
    logicalName,
    schemaName,
    entitySetName,
    primaryId: `${logicalName}id`,
    primaryName,
    displayName: schemaName,
    collectionName: entitySetName,
    ownership,
    columns: [
      column("primarykey", `${schemaName}Id`, { validForUpdate: false }),
      ...columns,
      ...(ownership === "user" ? owner : []),
      ...system,
      ...states,
    ],
    keys: [],
    ...details,
  };
}

const organizationOwned = { ownership: "organization" } as const;
const text = (schemaName: string, maxLength = 100, details: Details = {}) =>
  column("nvarchar", schemaName, { maxLength, ...details });

export const businessUnit = table("BusinessUnit", "businessunits", "name", [text("Name")], organizationOwned);

export const systemUser = table(
  "SystemUser",
  "systemusers",
  "fullname",
  [
    text("FirstName"),
    text("LastName"),
    text("FullName", 200, readOnly),
    lookup("BusinessUnitId", ["businessunit"]),
    column("uniqueidentifier", "AzureActiveDirectoryObjectId"),
    column("bit", "IsDisabled"),
  ],
  organizationOwned,
);

export const team = table(
  "Team",
  "teams",
  "name",
  [text("Name", 100, { required: "required", systemRequired: true })],
  organizationOwned,
);

export const transactionCurrency = table(
  "TransactionCurrency",
  "transactioncurrencies",
  "currencyname",
  [text("CurrencyName"), text("CurrencySymbol"), column("decimal", "ExchangeRate", { precision: 12 })],
  organizationOwned,
);

export const fieldPermission = table(
  "FieldPermission",
  "fieldpermissions",
  "attributelogicalname",
  [
    column("uniqueidentifier", "FieldSecurityProfileId"),
    text("EntityName"),
    text("AttributeLogicalName"),
    column("int", "CanRead"),
    column("int", "CanCreate"),
    column("int", "CanUpdate"),
  ],
  organizationOwned,
);

export const systemUserProfiles = table(
  "SystemUserProfiles",
  "systemuserprofilescollection",
  "systemuserprofilesid",
  [column("uniqueidentifier", "SystemUserId"), column("uniqueidentifier", "FieldSecurityProfileId")],
  organizationOwned,
);

export const account = table(
  "Account",
  "accounts",
  "name",
  [
    text("Name", 160),
    text("AccountNumber", 20),
    lookup("ParentAccountId", ["account"]),
    lookup("PrimaryContactId", ["contact"]),
    column("int", "NumberOfEmployees", { minValue: 0, maxValue: 1000 }),
    column("money", "Revenue", { precision: 2, minValue: 0, maxValue: 100000000000000 }),
    column("money", "Revenue_Base", { ...readOnly, precision: 4 }),
    column("ntext", "Secret", { secured: true, maxLength: 2000 }),
    ...money,
  ],
  { keys: [{ name: "account_number", columns: ["accountnumber"] }] },
);

export const contact = table("Contact", "contacts", "fullname", [
  text("FirstName"),
  text("LastName"),
  text("FullName", 200, readOnly),
  column("customer", "ParentCustomerId", { targets: ["account", "contact"] }),
  column("float", "Latitude", { minValue: -90, maxValue: 90, precision: 5 }),
]);

const rating = [
  { value: 1, label: "Hot" },
  { value: 2, label: "Warm" },
  { value: 3, label: "Cold" },
];

export const opportunity = table("Opportunity", "opportunities", "name", [
  text("Name", 300, { required: "required" }),
  column("ntext", "Description", { maxLength: 2000 }),
  column("customer", "CustomerId", { targets: ["account", "contact"] }),
  lookup("ParentAccountId", ["account"]),
  lookup("ParentContactId", ["contact"]),
  column("money", "EstimatedValue", { precision: 2, minValue: -1000000000000, maxValue: 1000000000000 }),
  column("money", "EstimatedValue_Base", { ...readOnly, precision: 4 }),
  column("datetime", "EstimatedCloseDate", { format: "date" }),
  column("datetime", "DueOn", { format: "datetime" }),
  column("int", "CloseProbability", { minValue: 0, maxValue: 100 }),
  column("decimal", "Discount", { precision: 3, minValue: -1000, maxValue: 1000 }),
  column("bit", "IsShared", {
    defaultValue: false,
    options: [
      { value: 0, label: "No" },
      { value: 1, label: "Yes" },
    ],
  }),
  column("picklist", "Rating", { options: rating, defaultValue: 2 }),
  column("multiselectpicklist", "Channels", { options: rating }),
  ...money,
]);

/** A table as a solution brings it, with a lookup navigated by schema name. */
export const deal = table(
  "cosell_Deal",
  "cosell_deals",
  "cosell_name",
  [
    text("cosell_Name", 100, { custom: true }),
    lookup("cosell_OpportunityId", ["opportunity"], { custom: true }),
    text("cosell_Code", 50, { custom: true }),
    column("bigint", "cosell_Sequence", { custom: true }),
  ],
  { keys: [{ name: "cosell_deal_code", columns: ["cosell_opportunityid", "cosell_code"] }] },
);

const relationship = (
  schemaName: string,
  [referencingTable, referencingColumn, referencingNavigation]: [string, string, string],
  referencedTable: string,
  onDelete: RelationshipMetadata["onDelete"] = "removeLink",
): RelationshipMetadata => ({
  schemaName,
  referencingTable,
  referencingColumn,
  referencingNavigation,
  referencedTable,
  referencedNavigation: schemaName,
  onDelete,
});

export const salesTables: readonly TableMetadata[] = [
  businessUnit,
  systemUser,
  team,
  transactionCurrency,
  fieldPermission,
  systemUserProfiles,
  account,
  contact,
  opportunity,
  deal,
];

export const salesRelationships: readonly RelationshipMetadata[] = [
  relationship("account_parent_account", ["account", "parentaccountid", "parentaccountid"], "account"),
  relationship("account_primary_contact", ["account", "primarycontactid", "primarycontactid"], "contact"),
  relationship(
    "contact_customer_accounts",
    ["contact", "parentcustomerid", "parentcustomerid_account"],
    "account",
    "cascade",
  ),
  relationship("contact_customer_contacts", ["contact", "parentcustomerid", "parentcustomerid_contact"], "contact"),
  relationship("opportunity_customer_accounts", ["opportunity", "customerid", "customerid_account"], "account"),
  relationship("opportunity_customer_contacts", ["opportunity", "customerid", "customerid_contact"], "contact"),
  relationship("opportunity_parent_account", ["opportunity", "parentaccountid", "parentaccountid"], "account"),
  relationship("opportunity_parent_contact", ["opportunity", "parentcontactid", "parentcontactid"], "contact"),
  relationship(
    "transactioncurrency_opportunity",
    ["opportunity", "transactioncurrencyid", "transactioncurrencyid"],
    "transactioncurrency",
    "restrict",
  ),
  relationship(
    "cosell_opportunity_deal",
    ["cosell_deal", "cosell_opportunityid", "cosell_OpportunityId"],
    "opportunity",
    "cascade",
  ),
  relationship("owner_opportunity", ["opportunity", "ownerid", "ownerid"], "systemuser"),
  relationship("lk_opportunity_createdby", ["opportunity", "createdby", "createdby"], "systemuser"),
];
