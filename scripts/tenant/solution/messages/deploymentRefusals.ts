import { DataverseError } from "../../dataverse/OrganizationService";

/** Refusals of the messages about solutions, with codes of Microsoft's list of web service error codes. */
export const deploymentRefusals = {
  parameterMissing: (message: string, name: string) =>
    new DataverseError("0x80040203", `Required field '${name}' is missing for unbound action '${message}'.`, 400),
  uploadMissing: (id: string) =>
    new DataverseError("0x80040217", `Entity 'stagesolutionupload' With Id = ${id} Does Not Exist`, 404),
  jobTaken: () => new DataverseError("0x80040237", "Cannot insert duplicate key.", 412),
  parameterUnsupported: (message: string, name: string) =>
    new DataverseError("0x80044180", `The parameter '${name}' of ${message} is not supported on the server.`, 400),
  componentUnknown: (detail: string) => new DataverseError("0x80040203", `ComponentParameters: ${detail}`, 400),
} as const;
