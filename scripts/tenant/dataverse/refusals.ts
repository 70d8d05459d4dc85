import { unlessAbsent } from "./absences";
import { DataverseError } from "./OrganizationService";

const badRequest = (code: string, message: string) => new DataverseError(code, message, 400);

/**
 * The refusals of the organization service, one per documented error code, in Dataverse's words. Source: Microsoft's
 * list of web service error codes; statuses as the Web API answers them.
 */
export const refusals = {
  tableUnknown: (table: string) =>
    unlessAbsent(
      "table",
      table,
      new DataverseError(
        "0x80040217",
        `The entity with a name = '${table}' with namemapping = 'Logical' was not found in the MetadataCache.`,
        404,
      ),
    ),
  columnUnknown: (table: string, column: string) =>
    badRequest(
      "0x80041103",
      `'${table}' entity doesn't contain attribute with Name = '${column}' and NameMapping = 'Logical'.`,
    ),
  definitionMissing: (set: string, key: string) =>
    new DataverseError("0x80040217", `No definition of '${set}' has the key (${key}).`, 404),
  rowMissing: (table: string, id: string) =>
    new DataverseError("0x80040217", `Entity '${table}' With Id = ${id} Does Not Exist`, 404),
  rowMissingByKey: (table: string) =>
    new DataverseError("0x80060891", `A record with the specified key values does not exist in ${table} entity`, 404),
  keyUndefined: (table: string) =>
    badRequest("0x80060890", `The specified key attributes are not a defined key for the ${table} entity`),
  idTaken: () => new DataverseError("0x80040237", "Cannot insert duplicate key.", 412),
  keyViolated: (key: string, columns: readonly string[]) =>
    new DataverseError(
      "0x80060892",
      `Entity Key ${key} violated. A record with the same value for ${columns.join(", ")} already exists. A duplicate record cannot be created. Select one or more unique values and try again.`,
      412,
    ),
  versionChanged: () =>
    new DataverseError(
      "0x80060882",
      "The version of the existing record doesn't match the RowVersion property provided.",
      412,
    ),
  versionNotProvided: () =>
    badRequest(
      "0x80060883",
      "The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches.",
    ),
  valueMissing: (column: string) => badRequest("0x80040203", `Attribute '${column}' cannot be NULL`),
  typeMismatch: (table: string, column: string, expected: string) =>
    badRequest(
      "0x80040203",
      `Incorrect attribute value type for '${column}' of '${table}': a value of type ${expected} was expected.`,
    ),
  textTooLong: (table: string, column: string, maxLength: number) =>
    badRequest(
      "0x80044331",
      `A validation error occurred. The length of the '${column}' attribute of the '${table}' entity exceeded the maximum allowed length of '${maxLength}'.`,
    ),
  invalidCharacters: (column: string) =>
    badRequest("0x80040278", `The field '${column}' contains one or more invalid characters.`),
  wholeNumberOutOfRange: (table: string, column: string, value: string) =>
    badRequest(
      "0x8004432f",
      `A validation error occurred. The value ${value} of '${column}' on record of type '${table}' is outside the valid range.`,
    ),
  numberOutOfRange: (table: string, column: string, value: string) =>
    badRequest(
      "0x80044330",
      `A validation error occurred. The value ${value} of '${column}' on record of type '${table}' is outside the valid range.`,
    ),
  optionOutOfRange: (table: string, column: string, value: number, accepted: readonly number[]) =>
    badRequest(
      "0x8004431a",
      `A validation error occurred. The value ${value} of '${column}' on record of type '${table}' is outside the valid range. Accepted Values: ${accepted.join(",")}`,
    ),
  statusNotOfState: (table: string, status: number, state: string) =>
    badRequest("0x80048408", `${status} is not a valid status code for state code ${state} on ${table}.`),
  dateOutOfRange: (value: string) =>
    badRequest(
      "0x80040203",
      `DateTime is less than minumum value supported by CrmDateTime. Actual value: ${value}, Minimum value supported: 01/01/1753 00:00:00`,
    ),
  targetNotAllowed: (table: string, column: string, target: string) =>
    badRequest("0x80048d21", `The lookup '${column}' of '${table}' cannot point to a row of '${target}'.`),
  deleteRestricted: () =>
    badRequest("0x80040227", "The object you tried to delete is associated with another object and cannot be deleted."),
  privilegeMissing: (privilege: string, userId: string) =>
    new DataverseError(
      "0x80040220",
      `Principal user (Id=${userId}, type=8) is missing ${privilege} privilege. An administrator gives the user a security role that has it.`,
      403,
    ),
  accessDenied: (userId: string, right: string, rowId: string, table: string) =>
    new DataverseError(
      "0x80048306",
      `Principal user (Id=${userId}, type=8) doesn't have ${right}Access right(s) for record with id ${rowId} of entity ${table}.`,
      403,
    ),
  securedOnCreate: () =>
    new DataverseError(
      "0x8004f502",
      "The user does not have create permissions to a secured field. The requested operation could not be completed.",
      403,
    ),
  securedOnUpdate: () =>
    new DataverseError(
      "0x8004f507",
      "The user doesn't have AttributePrivilegeUpdate and not granted shared access for a secured attribute during update operation",
      403,
    ),
  securedOnRead: () =>
    new DataverseError(
      "0x8004f504",
      "The user does not have read permissions to a secured field. The requested operation could not be completed.",
      403,
    ),
  argument: (message: string) => badRequest("0x80040203", message),
  messageUnknown: (message: string) =>
    unlessAbsent(
      "operation",
      message,
      new DataverseError("0x80044180", `The message '${message}' requested is not supported on the server.`, 404),
    ),
} as const;
