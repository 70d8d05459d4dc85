/** A GET request as the form host sees it. */
export interface FormRequest {
  /** Decoded path, such as `/tenant/tables/account`. */
  path: string;
  query: URLSearchParams;
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

export const json = (value: unknown): FormAnswer => ({
  status: 200,
  contentType: "application/json; charset=utf-8",
  body: JSON.stringify(value),
});

export const notFound = (what: string): FormAnswer => ({
  status: 404,
  contentType: "application/json; charset=utf-8",
  body: JSON.stringify({ error: { code: "404", message: `${what} is not in this tenant.` } }),
});
