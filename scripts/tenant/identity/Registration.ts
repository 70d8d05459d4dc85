/** An app registration that may ask for tokens. */
export interface RegisteredClient {
  clientId: string;
  clientSecret: string;
}

/** The person whose rights a delegated token carries. */
export interface SignedInUser {
  /** User principal name, such as an e-mail address. */
  name: string;
  objectId: string;
  /** Whether the sign-in behind the token passed a second factor; becomes the `mfa` value of the `amr` claim. */
  withMfa: boolean;
}

/** One Entra tenant, as far as the token endpoint needs it. */
export interface Registration {
  tenantId: string;
  clients: readonly RegisteredClient[];
}
