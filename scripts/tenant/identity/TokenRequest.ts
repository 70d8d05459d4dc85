export interface TokenRequest {
  /** The tenant of the address: its id, `common` or `organizations`. */
  tenant: string;
  /** The body, decoded from application/x-www-form-urlencoded. */
  form: URLSearchParams;
}

export interface TokenAnswer {
  status: number;
  body: object;
}
