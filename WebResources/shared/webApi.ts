import { WebApiConfig } from "xrm-webapi";

const apiVersion = "9.2";

/** A configuration for one call: xrm-webapi overwrites the address in the one it is given. */
export const newWebApiConfig = (): WebApiConfig => new WebApiConfig(apiVersion);

/**
 * Codes of Dataverse for what a user may not do: PrivilegeDenied, SecLib_AccessDenied on the record, PrincipalPrivilegeDenied.
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes
 */
export const forbiddenCodes: readonly string[] = ["0x80040220", "0x80042f09", "0x80048306"];

const toText = (value: unknown): string => (typeof value === "string" ? value : "");

/** What xrm-webapi rejects with: the OData error body, or a bare Error when there was no body to parse. The code in lower case. */
export const readWebApiError = (reason: unknown): { code: string; message: string } => {
  const { code, message } = (typeof reason === "object" && reason !== null ? reason : {}) as Readonly<
    Record<string, unknown>
  >;
  return { code: toText(code).toLowerCase(), message: toText(message) };
};
