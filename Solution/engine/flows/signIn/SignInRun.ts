import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { IdentityProvider } from "../../ports/IdentityProvider";
import type { TokenSource } from "../../ports/TokenSource";
import type { EnginePorts } from "../EnginePorts";

/** One step of a sign-in, with what it needs of the settings' app registration. */
export interface SignInRun {
  ports: EnginePorts;
  identity: IdentityProvider;
  tokens: TokenSource;
  settings: SyncSettings;
}
