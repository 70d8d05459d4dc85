import Ajv, { type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

/*
 * Transcribed by hand from the tables "Output parameters" and "Schema for insights" of learn.microsoft.com, microsoft-sales-copilot,
 * and from nothing of ours. What a document names as required is required here, and what it does not name is refused.
 */

const properties = { type: "object", additionalProperties: { type: "string" } } as const;
const url = { type: ["string", "null"], format: "uri" } as const;

const answer = (item: { properties: object; required: readonly string[] }): object => ({
  type: "object",
  required: ["value"],
  additionalProperties: false,
  properties: {
    value: { type: "array", items: { type: "object", additionalProperties: false, ...item } },
    hasMoreResults: { type: "boolean" },
  },
});

const text = { type: "string", minLength: 1 } as const;
const dateTime = { type: "string", format: "date-time" } as const;

const schemas = {
  /** extend-record-details, 2025-06-26. */
  recordDetails: answer({
    required: ["recordId", "recordTypeDisplayName", "recordTypePluralDisplayName", "recordType", "recordTitle"],
    properties: {
      recordId: text,
      recordTypeDisplayName: text,
      recordTypePluralDisplayName: text,
      recordType: text,
      recordTitle: text,
      url,
      additionalProperties: properties,
    },
  }),
  /** extend-record-summary, 2025-03-28. */
  recordSummary: answer({
    required: ["title", "description", "dateTime"],
    properties: { title: text, description: text, dateTime, url, additionalProperties: properties },
  }),
  /** extend-opportunity-insights, 2025-11-20: a title of 20 characters, a description of 130. */
  keySalesInfo: answer({
    required: ["title", "description"],
    properties: {
      title: { ...text, maxLength: 20 },
      description: { ...text, maxLength: 130 },
      dateTime,
      url,
      additionalProperties: properties,
    },
  }),
} as const;

export type CopilotOperation = keyof typeof schemas;

/** Names of what an operation answers with, and which of them an answer must have, as its document says. */
export const outputsOf = (operation: CopilotOperation): { names: readonly string[]; required: readonly string[] } => {
  const { items } = (
    schemas[operation] as { properties: { value: { items: { properties: object; required: string[] } } } }
  ).properties.value;
  return { names: Object.keys(items.properties), required: items.required };
};

const compile = (schema: object): ValidateFunction => {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv);
  return ajv.compile(schema);
};

const validators: Readonly<Record<CopilotOperation, ValidateFunction>> = {
  recordDetails: compile(schemas.recordDetails),
  recordSummary: compile(schemas.recordSummary),
  keySalesInfo: compile(schemas.keySalesInfo),
};

/** What of an answer the documents do not allow; empty where it is as they say. */
export const breachesOf = (operation: CopilotOperation, given: unknown): readonly string[] => {
  const validate = validators[operation];
  return validate(given)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
};
