import { unlessAbsent } from "../absences";
import { DataverseError } from "../OrganizationService";

const protocolCode = "0x80060888";
const payloadCode = "0x80048d19";

const badRequest = (message: string, code = protocolCode) => new DataverseError(code, message, 400);

/** Refusals of the Web API itself, in the words of Dataverse's OData layer. */
export const protocolRefusals = {
  syntax: (position: number, text: string, expected?: string) =>
    badRequest(
      `Syntax error at position ${position} in '${text}'.${expected === undefined ? "" : ` Expected ${expected}.`}`,
    ),
  propertyUnknown: (name: string, table: string) =>
    unlessAbsent(
      table.endsWith("Metadata") ? "definition" : "navigation",
      name,
      badRequest(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table}'.`),
    ),
  segmentUnknown: (segment: string) =>
    unlessAbsent(
      "set",
      segment,
      unlessAbsent(
        "operation",
        segment,
        new DataverseError("0x8006088a", `Resource not found for the segment '${segment}'.`, 404),
      ),
    ),
  methodNotAllowed: (method: string, path: string) =>
    new DataverseError(protocolCode, `The requested resource '${path}' does not support http method '${method}'.`, 405),
  operationMethod: (address: string) =>
    new DataverseError("", `No HTTP resource was found that matches the request URI '${address}'.`, 404),
  optionUnknown: (option: string) =>
    unlessAbsent("option", option, badRequest(`The query parameter ${option} is not supported.`)),
  optionNotHere: (option: string, resource: string) =>
    badRequest(`The query parameter ${option} is not supported on ${resource}.`),
  expandedReferences: () => badRequest("Expand with $ref is only supported on lookup type navigation property."),
  nestedExpandOption: () =>
    badRequest(
      "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.",
    ),
  optionInvalid: (option: string, value: string) =>
    badRequest(`Invalid value '${value}' for ${option} query option found.`),
  headerUnknown: (header: string, value: string) =>
    unlessAbsent(
      "header",
      header,
      unlessAbsent(
        "preference",
        value.split("=")[0] ?? "",
        badRequest(`The header '${header}: ${value}' is not supported.`, "0x80048d0a"),
      ),
    ),
  mediaType: (contentType: string) =>
    new DataverseError("0x80048d0a", `The content type '${contentType}' is not supported; send application/json.`, 415),
  notAcceptable: (accept: string) =>
    new DataverseError("0x80048d0a", `The media type '${accept}' is not available; accept application/json.`, 406),
  versionUnsupported: (version: string) =>
    new DataverseError(protocolCode, `The Web API version '${version}' is not available; use v9.2.`, 404),
  typesIncompatible: (left: string, right: string, operator: string) =>
    badRequest(
      `A binary operator with incompatible types was detected. Found operand types '${left}' and '${right}' for operator kind '${operator}'.`,
    ),
  functionUnknown: (name: string) =>
    unlessAbsent(
      "operator",
      name,
      badRequest(
        `An unknown function with name '${name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`,
      ),
    ),
  functionDenied: (name: string) =>
    badRequest(`Not operator along with the Custom Named Condition operators is not allowed: '${name}'.`),
  parameterUnknown: (parameter: string, operation: string) =>
    badRequest(`The parameter '${parameter}' is not a valid parameter for the operation '${operation}'.`, payloadCode),
  payload: (entitySet: string, detail: string) =>
    badRequest(
      `Error identified in Payload provided by the user for Entity :'${entitySet}', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : ${detail}`,
      payloadCode,
    ),
  propertyInvalid: (entitySet: string, property: string, table: string) =>
    protocolRefusals.payload(
      entitySet,
      `Microsoft.Crm.CrmException: Invalid property '${property}' was found in entity 'Microsoft.Dynamics.CRM.${table}'.`,
    ),
  navigationUndeclared: (entitySet: string, property: string) =>
    protocolRefusals.payload(
      entitySet,
      `Microsoft.OData.ODataException: An undeclared property '${property}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values.`,
    ),
  literalInvalid: (entitySet: string, value: unknown, edmType: string) =>
    protocolRefusals.payload(
      entitySet,
      `Microsoft.OData.ODataException: Cannot convert the literal '${JSON.stringify(value)}' to the expected type '${edmType}'.`,
    ),
  navigationPrimitive: (entitySet: string, property: string) =>
    protocolRefusals.payload(
      entitySet,
      `Microsoft.OData.ODataException: A 'PrimitiveValue' node with non-null value was found when trying to read the value of the property '${property}'; however, a 'StartArray' node, a 'StartObject' node, or a 'PrimitiveValue' node with null value was expected.`,
    ),
  lookupDirect: () =>
    badRequest("CRM do not support direct update of Entity Reference properties, Use Navigation properties instead."),
  bodyUnreadable: (detail: string) => badRequest(`The request body is not JSON: ${detail}`, payloadCode),
  bodyMissing: () => badRequest("A non-empty request body is required.", payloadCode),
  bindInvalid: (value: string) =>
    badRequest(`The value '${value}' does not name a row: write /accounts(<id>).`, payloadCode),
  keyExists: () => new DataverseError("0x80060892", "A record with matching key values already exists.", 412),
  unauthorized: () =>
    new DataverseError("0x80041d1f", "The bearer token was not accepted. Ask for a new one and send it again.", 401),
  batch: (detail: string) => badRequest(detail, "0x80048d1d"),
} as const;
