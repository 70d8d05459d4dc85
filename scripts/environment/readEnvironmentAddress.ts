const example = "https://contoso.crm.dynamics.com";
const where = `Copy "Environment URL" from Power Platform admin center, Manage, Environments; it looks like ${example}.`;

/** Portals whose address people copy instead of the environment's. */
const portals = ["make.powerapps.com", "admin.powerplatform.microsoft.com", "make.powerautomate.com"];

/** Origin of the environment's Web API, from what a person copied; the words of a refusal where it cannot be one. */
export function readEnvironmentAddress(text: string | undefined): { address: string } | { refusal: string } {
  if (!text) return { refusal: `Say which environment: --url ${example}, or set DATAVERSE_URL. ${where}` };
  if (!URL.canParse(text)) return { refusal: `"${text}" is no address. ${where}` };
  const { protocol, hostname, origin } = new URL(text);
  if (portals.includes(hostname)) return { refusal: `${hostname} is a portal, and no environment. ${where}` };
  if (protocol !== "https:" && !isLoopback(hostname))
    return { refusal: `"${text}" is not protected: an environment's address begins with https://. ${where}` };
  return { address: origin };
}

/** This very machine, where the local tenant answers without https. */
export const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
