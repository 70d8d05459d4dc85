import { BridgeRefusal } from "./BridgeRefusal";

const commercialHosts: ReadonlySet<string> = new Set([
  "api.partner.microsoft.com",
  "api.partnercenter.microsoft.com",
  "login.microsoftonline.com",
  "3psostorageacct.blob.core.windows.net",
]);

const defaultSandboxPort = 4280;

/**
 * The address to call, where the cloud profile lists it: `Commercial` (also for no value), `Local sandbox` or
 * `Local sandbox:PORT`. Throws `http.notAllowed` for any other profile or address.
 */
export function admitAddress(profile: string | null, url: string): URL {
  const name = profile?.trim() ?? "";
  const sandbox = /^Local sandbox(?::(\d{1,5}))?$/.exec(name);
  if (name !== "" && name !== "Commercial" && sandbox === null)
    throw new BridgeRefusal(
      "http.notAllowed",
      `The Partner Center cloud profile "${name}" is unknown, so no address is allowed.`,
    );
  const sandboxPort = sandbox && Number(sandbox[1] ?? defaultSandboxPort);
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address !== undefined && isListed(address, sandboxPort)) return address;
  throw new BridgeRefusal(
    "http.notAllowed",
    `The Partner Center cloud profile "${name || "Commercial"}" does not allow calls to ${address?.origin ?? "an unreadable address"}.`,
  );
}

function isListed(address: URL, sandboxPort: number | null): boolean {
  if (address.username !== "" || address.password !== "") return false;
  if (address.protocol === "https:") return address.port === "" && commercialHosts.has(address.hostname);
  const port = Number(address.port || 80);
  return address.protocol === "http:" && address.hostname === "127.0.0.1" && port === sandboxPort;
}
