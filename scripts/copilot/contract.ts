/**
 * What Sales in Microsoft 365 Copilot asks of a connector. It finds operations, inputs and outputs by their descriptions, so these
 * stand here word for word, odd spellings included. Source: learn.microsoft.com, microsoft-sales-copilot/extend-record-details
 * (2025-06-26), extend-record-summary (2025-03-28), extend-opportunity-insights (2025-11-20; extend-key-sales-info before) and
 * api-sample-def (2025-09-29): GET, no required parameter beyond these, none called `connectorId`, an answer within five seconds.
 */
export interface Described {
  name: string;
  description: string;
  type: "string" | "integer" | "boolean" | "properties";
  format?: "date-time";
  isRequired?: boolean;
}

/** One operation of the connector, and the custom API behind it. */
export interface Operation {
  /** Last part of its path. */
  path: string;
  operationId: string;
  summary: string;
  description: string;
  inputs: readonly Described[];
  outputs: readonly Described[];
}

const required = { isRequired: true } as const;

const recordDetails: Operation = {
  path: "recordDetails",
  operationId: "GetRecordDetails",
  summary: "Get Partner Center referrals of a record",
  description:
    "This action gets records related to a CRM record. The action enhances the existing skills of Copilot for Sales.",
  inputs: [
    {
      name: "recordType",
      type: "string",
      ...required,
      description: "This input identifies the record type in CRM for which related records are requested.",
    },
    {
      name: "recordId",
      type: "string",
      ...required,
      description:
        "This input provides the unique identifier of the CRM record for which related records are requested.",
    },
    { name: "top", type: "integer", description: "This input indicates the number of related records to fetch." },
    {
      name: "skip",
      type: "integer",
      description: "This input indicates the number of records to skip when fetching related records.",
    },
    {
      name: "crmType",
      type: "string",
      description: "This input indicates the type of CRM the related records are fetched from.",
    },
    {
      name: "crmOrgUrl",
      type: "string",
      description: "This input indicates the URL of the CRM environment the related records are fetched from.",
    },
  ],
  outputs: [
    {
      name: "recordId",
      type: "string",
      ...required,
      description: "This output uniquely identifies each related record returned by the action.",
    },
    {
      name: "recordTypeDisplayName",
      type: "string",
      ...required,
      description:
        "This output indicates the display name of record type of each related record returned by the action.",
    },
    {
      name: "recordTypePluralDisplayName",
      type: "string",
      ...required,
      description:
        "This output indicates the plural display name of the record type of each related record returned by the action.",
    },
    {
      name: "recordType",
      type: "string",
      ...required,
      description: "This output indicates the type of each related record returned by the action.",
    },
    {
      name: "recordTitle",
      type: "string",
      ...required,
      description: "This output indicates the title of each related record returned by the action.",
    },
    {
      name: "url",
      type: "string",
      description: "This output indicates the URL of each related record returned by the action.",
    },
    {
      name: "additionalProperties",
      type: "properties",
      description:
        "This output indicates additional properties as name-value pairs of each related record returned by the action.",
    },
  ],
};

const recordSummary: Operation = {
  path: "recordSummary",
  operationId: "GetRecordSummary",
  summary: "Get what happened to the co-selling of a record",
  description:
    "This action gets additional sales insights related to a CRM record that will be shown in the C4S record summary card. The action enhances the existing skills of copilot for sales.",
  inputs: [
    {
      name: "recordType",
      type: "string",
      ...required,
      description: "This input indicates the entity or object type in CRM for which insights are requested.",
    },
    {
      name: "recordId",
      type: "string",
      ...required,
      description: "This input indicates the unique identifier of the CRM record for which insights are requested.",
    },
    {
      name: "startDateTime",
      type: "string",
      format: "date-time",
      description: "This input indicates the start date and time for insights requested.",
    },
    {
      name: "endDateTime",
      type: "string",
      format: "date-time",
      description: "This input indicates the end date and time for insights requested.",
    },
    { name: "top", type: "integer", description: "This input indicates the number of insights to fetch." },
    { name: "skip", type: "integer", description: "This input indicates the number of insights to skip." },
    {
      name: "crmType",
      type: "string",
      description:
        "This input indicates the type of CRM in which the CRM record exists, for which insights are requested.",
    },
    {
      name: "crmOrgUrl",
      type: "string",
      description:
        "This input indicates the URL of the CRM environment in which the CRM record exists, for which insights are requested.",
    },
  ],
  outputs: [
    {
      name: "title",
      type: "string",
      ...required,
      description: "This output indicates the title of the activity in the citation card.",
    },
    {
      name: "description",
      type: "string",
      ...required,
      description: "This output indicates the description of the insight.",
    },
    {
      name: "dateTime",
      type: "string",
      format: "date-time",
      ...required,
      description: "This output indicates the time associated with the insight.",
    },
    { name: "url", type: "string", description: "This output indicates the URL to open insight." },
    {
      name: "additionalProperties",
      type: "properties",
      description: "This output indicates additional properties displayed in the detailed view of the insight.",
    },
  ],
};

const keySalesInfo: Operation = {
  path: "keySalesInfo",
  operationId: "GetKeySalesInfo",
  summary: "Get where the co-selling of a record stands",
  description:
    "This action gets additional sales insights that will be shown in C4S key sales info card in outlook sidecar. The action enhances the existing skills of copilot for sales.",
  inputs: [
    {
      name: "recordType",
      type: "string",
      ...required,
      description: "This input identifies the record type in CRM for which key sales info is requested.",
    },
    {
      name: "recordId",
      type: "string",
      ...required,
      description: "This input provides the unique identifier of the CRM record for which key sales info is requested.",
    },
    {
      name: "crmType",
      type: "string",
      description:
        "This input indicates the type of CRM in which the CRM record exists, for which key sales info is requested.",
    },
    {
      name: "crmOrgUrl",
      type: "string",
      description:
        "This input indicates the URL of the CRM environment in which the CRM record exists, for which key sales info is requested.",
    },
    { name: "top", type: "integer", description: "This input indicates the number of sales highlights to fetch." },
    {
      name: "skip",
      type: "integer",
      description: "This input indicates the number of items to skip when fetching sales highlights.",
    },
  ],
  outputs: [
    {
      name: "title",
      type: "string",
      ...required,
      description: "This output indicates the title of citation card for the insight.",
    },
    {
      name: "description",
      type: "string",
      ...required,
      description: "This output indicates the text of the insight to be included in key sales info.",
    },
    { name: "url", type: "string", description: "This output indicates the URL to learn more about the insight." },
    {
      name: "dateTime",
      type: "string",
      format: "date-time",
      description: "This output indicates the time associated with the insight.",
    },
    {
      name: "additionalProperties",
      type: "properties",
      description:
        "This output indicates additional properties as name-value pairs of each related insight returned by the action.",
    },
  ],
};

export const operations: readonly Operation[] = [recordDetails, recordSummary, keySalesInfo];
