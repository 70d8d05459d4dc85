import { onlySupported } from "../xrm/onlySupported";
import type { ComponentSite } from "./ComponentSite";

async function readBase64(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is not in this tenant.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** `context.resources`. A key without a string comes back as it is, as in Dynamics 365. */
export const createResources = ({ loaded: { name, strings } }: ComponentSite) =>
  onlySupported("context.resources", {
    getString: (key: string) => strings.get(key) ?? key,
    getResource: (path: string, onSuccess: (base64: string) => void, onFailure: () => void) =>
      void readBase64(`/controls/${name}/${path}`).then(onSuccess, onFailure),
  });
