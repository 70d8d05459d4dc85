/** Addresses of one Microsoft cloud. */
export interface CloudProfile {
  /** Base of the Referrals API. */
  referrals: string;
  /** Base of webhook registration. */
  webhooks: string;
  /** Base of Microsoft Entra's token endpoints. */
  login: string;
  /** A referral's page, before its id. */
  referralPage: string;
  /** Folder of the certificates that notifications are signed with. */
  certificates: string;
  /** The sandbox: nobody vouches for its certificate, and its clock may be anywhere. */
  isLocal: boolean;
}

// Only the workspace itself is documented (…/referrals/v2/leads); the place of a single deal below it is inferred.
const commercial: CloudProfile = {
  referrals: "https://api.partner.microsoft.com/v1.0/engagements",
  webhooks: "https://api.partnercenter.microsoft.com",
  login: "https://login.microsoftonline.com",
  referralPage: "https://partner.microsoft.com/dashboard/referrals/v2/leads/details/",
  certificates: "https://3psostorageacct.blob.core.windows.net/cert/",
  isLocal: false,
};

const localSandbox = /^Local sandbox(?::(\d{1,5}))?$/;
const defaultSandboxPort = "4280";

/** The cloud behind the environment variable's value: `Commercial`, or the sandbox beside the local tenant; null for others. */
export const toCloudProfile = (name: string): CloudProfile | null => {
  if (name === "" || name === "Commercial") return commercial;
  const local = localSandbox.exec(name);
  if (!local) return null;
  const root = `http://127.0.0.1:${local[1] ?? defaultSandboxPort}`;
  return {
    referrals: `${root}/partner/v1.0/engagements`,
    webhooks: `${root}/partnercenter`,
    login: `${root}/login`,
    referralPage: `${root}/referrals/`,
    certificates: `${root}/certificates/cert/`,
    isLocal: true,
  };
};

/** An address without user name, backslash or blank: what a browser reads as another host than a person does. */
const plainAddress = /^(https?):\/\/([a-z0-9.-]+)(?::(\d{1,5}))?(?:[/?#][^\s\\]*)?$/i;

const hostOf = (address: string): string => (plainAddress.exec(address)?.[2] ?? "").toLowerCase();

/**
 * Whether an address may be opened as the page of a referral: https at the host of a cloud's Partner Center, or, beside the
 * local sandbox (`isLocal`), http on this machine. The column that holds it takes any text.
 */
export const isReferralPage = (address: string, isLocal: boolean): boolean => {
  const [, scheme = "", , port] = plainAddress.exec(address) ?? [];
  const host = hostOf(address);
  if (scheme.toLowerCase() === "https") return host === hostOf(commercial.referralPage) && (port ?? "443") === "443";
  return isLocal && scheme.toLowerCase() === "http" && ["127.0.0.1", "localhost"].includes(host);
};
