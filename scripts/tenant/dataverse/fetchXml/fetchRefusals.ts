import { unlessAbsent } from "../absences";
import { DataverseError } from "../OrganizationService";

const refuse = (code: string, message: string) => new DataverseError(code, message, 400);

/** Refusals of queries; the codes are those of Dataverse's query builder, the words name what was not understood. */
export const fetchRefusals = {
  malformed: (detail: string) => refuse("0x80040201", `Invalid XML. ${detail}`),
  elementUnknown: (element: string, parent: string) =>
    refuse("0x8004111c", `The element node encountered is invalid. '${element}' is not known inside '${parent}'.`),
  attributeUnknown: (attribute: string, element: string) =>
    unlessAbsent(
      "fetch",
      attribute,
      refuse(
        "0x8004111c",
        `Invalid Child Node: the attribute '${attribute}' is not known on the element '${element}'.`,
      ),
    ),
  elementMissing: (element: string) => refuse("0x80041123", `A required element was not specified: '${element}'.`),
  attributeMissing: (attribute: string, element: string) =>
    refuse("0x8004111e", `A required attribute was not specified: '${attribute}' of '${element}'.`),
  flagInvalid: (attribute: string, value: string) =>
    refuse(
      "0x80041101",
      `The only valid values for ${attribute} attribute are 'true', 'false', '1', and '0', not '${value}'.`,
    ),
  numberInvalid: (attribute: string, value: string) =>
    refuse("0x8004110c", `A value greater than zero must be specified for '${attribute}', not '${value}'.`),
  filterTypeInvalid: (type: string) =>
    refuse("0x80041122", `Unsupported filter type '${type}'. Valid values are 'and', or 'or'.`),
  linkTypeInvalid: (type: string) =>
    unlessAbsent("fetch", type, refuse("0x80041117", `The link-type '${type}' is not known here.`)),
  operatorUnknown: (operator: string) =>
    unlessAbsent("operator", operator, refuse("0x80041120", `Unsupported condition operator '${operator}'.`)),
  operatorUnfit: (operator: string, column: string, type: string) =>
    refuse(
      "0x80041120",
      `The condition operator '${operator}' does not apply to '${column}', which is of type ${type}.`,
    ),
  valueInvalid: (column: string, value: string, type: string) =>
    refuse("0x80041108", `Invalid value specified for type: '${value}' for '${column}', which is of type ${type}.`),
  argumentCount: (operator: string, column: string, count: number) =>
    refuse(
      "0x800404b7",
      `An invalid number of arguments was supplied to a condition: '${operator}' on '${column}' got ${count}.`,
    ),
  aliasUnknown: (alias: string) =>
    refuse("0x8004110a", `The specified alias for the given entity in the condition does not exist: '${alias}'.`),
  aliasTaken: (alias: string) => refuse("0x80041130", `FetchXML should have unique aliases. '${alias}' is used twice.`),
  attributeInAggregate: (attribute: string) =>
    refuse("0x80041107", `Attributes can not be returned when aggregate operation is specified: '${attribute}'.`),
  aggregateInvalid: (aggregate: string, type: string) =>
    refuse("0x8004112f", `Aggregate ${aggregate} is not supported for attribute of type ${type}.`),
  aggregateAliasMissing: () => refuse("0x80041109", "Invalid alias for aggregate operation."),
  aggregateTooLarge: () => refuse("0x8004e023", "The maximum record limit is exceeded. Reduce the number of records."),
  dateGroupingInvalid: (value: string) =>
    unlessAbsent("fetch", value, refuse("0x80041135", `An invalid value was specified for dategrouping: '${value}'.`)),
  orderAliasNeeded: () => refuse("0x80041134", "An alias is required for an order clause for an aggregate Query."),
  orderAliasNotAllowed: () =>
    refuse(
      "0x80041132",
      "An alias cannot be specified for an order clause for a non-aggregate Query. Use an attribute.",
    ),
  orderAttributeMissing: () =>
    refuse("0x80041133", "An attribute is required for an order clause for a non-aggregate Query."),
  pageTooLarge: (most: number) =>
    refuse("0x8004110c", `A page holds at most ${most} rows. Ask for fewer and follow the paging cookie.`),
  cookieInvalid: () => refuse("0x8004112a", "Invalid page number in paging cookie."),
  cookieUnfit: () => refuse("0x80041129", "Order by columns do not match those in paging cookie."),
  entityMismatch: (entity: string, table: string) =>
    refuse(
      "0x80041128",
      `The entity name specified in fetchxml does not match the entity name specified in the Entity or Query Expression: '${entity}', '${table}'.`,
    ),
  topWith: (attribute: string) =>
    refuse("0x80040203", `The top attribute can't be specified with paging attribute ${attribute}`),
  tooManyLinks: () => refuse("0x8004430d", "Number of link entities in query exceeded maximum limit."),
  tooManyConditions: () => refuse("0x8004430c", "Number of conditions in query exceeded maximum limit."),
  aggregateLimitInvalid: (limit: number, most: number) =>
    refuse("0x8004110c", `The aggregatelimit is ${most} at most, not ${limit}.`),
} as const;
