import { DataverseError } from "../dataverse/OrganizationService";

/** Refusals of the event pipeline, with the codes and words of Microsoft's list of web service error codes. */
export const pipelineRefusals = {
  depthTooHigh: () =>
    new DataverseError(
      "0x80044182",
      "This workflow job was canceled because the workflow that started it included an infinite loop. Correct the workflow logic and try again. For information about workflow logic, see Help.",
      400,
    ),
  timedOut: (typeName: string) =>
    new DataverseError(
      "0x80081111",
      `Didn't receive a response from the ${typeName} plug-in within the 2:20-minute limit.`,
      500,
    ),
  faulted: (code: string, message: string) => new DataverseError(code, message, 400),
  parameterUnknown: (api: string, name: string) =>
    new DataverseError(
      "0x80048d19",
      `The parameter '${name}' in the request payload is not a valid parameter for the operation '${api}'.`,
      400,
    ),
  parameterMissing: (api: string, name: string) =>
    new DataverseError("0x80040203", `Required field '${name}' is missing for unbound action '${api}'.`, 400),
  parameterType: (api: string, name: string, expected: string) =>
    new DataverseError(
      "0x80048d19",
      `The parameter '${name}' of the operation '${api}' must be of type ${expected}.`,
      400,
    ),
  propertyUnknown: (api: string, name: string) =>
    new DataverseError(
      "0x80040265",
      `The plug-in of '${api}' set the output parameter '${name}', which is not a response property of it.`,
      400,
    ),
  propertyType: (api: string, name: string, expected: string) =>
    new DataverseError(
      "0x80040265",
      `The plug-in of '${api}' set the output parameter '${name}' to a value that is not of type ${expected}.`,
      400,
    ),
  privateMessage: (api: string) =>
    new DataverseError("0x80040265", `The custom API '${api}' is private and cannot be called from a plug-in.`, 400),
  variableUnknown: (name: string) =>
    new DataverseError("0x80040217", `Environment variable definition with schema name '${name}' does not exist.`, 404),
} as const;
