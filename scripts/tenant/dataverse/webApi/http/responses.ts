import type { DataverseError } from "../../OrganizationService";
import type { ApiResponse } from "./ApiRequest";

const protocolHeaders = { "OData-Version": "4.0" } as const;

export const jsonResponse = (body: unknown, status = 200, headers: Record<string, string> = {}): ApiResponse => ({
  status,
  headers: { ...protocolHeaders, "Content-Type": "application/json; odata.metadata=minimal", ...headers },
  body: JSON.stringify(body),
});

export const emptyResponse = (headers: Record<string, string> = {}, status = 204): ApiResponse => ({
  status,
  headers: { ...protocolHeaders, ...headers },
});

export const textResponse = (body: string, contentType: string): ApiResponse => ({
  status: 200,
  headers: { ...protocolHeaders, "Content-Type": contentType },
  body,
});

export const errorResponse = ({ code, message, httpStatus }: DataverseError): ApiResponse =>
  jsonResponse({ error: { code, message } }, httpStatus);
