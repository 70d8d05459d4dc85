import type { UserLanguage } from "../../dataverse/languages";

/** A GET request as the form host sees it. */
export interface FormRequest {
  /** Decoded path, such as `/tenant/tables/account`. */
  path: string;
  /** systemuser whom the page works as. */
  userId: string;
  /** The language that the page shows. */
  language: UserLanguage;
}

export interface FormAnswer {
  status: number;
  contentType: string;
  body: string | Uint8Array;
  /** True for files that never change while the tenant runs. */
  isImmutable?: boolean;
}

/** Null when the address is not one of this route's own. */
export type Route = (request: FormRequest) => Promise<FormAnswer | null>;

const contentType = "application/json; charset=utf-8";

export const json = (value: unknown): FormAnswer => ({ status: 200, contentType, body: JSON.stringify(value) });

export const failure = (status: number, code: string, message: string): FormAnswer => ({
  status,
  contentType,
  body: JSON.stringify({ error: { code, message } }),
});

export const notFound = (what: string): FormAnswer => failure(404, "404", `${what} is not in this tenant.`);
