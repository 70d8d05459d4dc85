/** An app registration that may ask for tokens. */
export interface RegisteredClient {
  clientId: string;
  clientSecret: string;
  /** Where a sign-in may end; for a loopback address any port. @default every https and every loopback address */
  redirectUris?: readonly string[];
  /** Whether a device may sign in without the secret, as "Allow public client flows" says. @default false */
  allowPublicClient?: boolean;
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
  /** Origins that tokens can be asked for. @default the two of Partner Center */
  resources?: readonly string[];
}
