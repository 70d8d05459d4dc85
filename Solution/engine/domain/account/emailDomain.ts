/** Where people have addresses whose companies have none there; such a domain says nothing about a company. */
const publicDomains = [
  "aol.com",
  "gmail.com",
  "gmx.com",
  "gmx.de",
  "gmx.net",
  "googlemail.com",
  "hotmail.com",
  "icloud.com",
  "live.com",
  "mail.com",
  "mail.ru",
  "me.com",
  "msn.com",
  "outlook.com",
  "proton.me",
  "protonmail.com",
  "qq.com",
  "t-online.de",
  "web.de",
  "yahoo.com",
  "yandex.ru",
];

const hostName = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

const orEmpty = (host: string): string => (hostName.test(host) && !publicDomains.includes(host) ? host : "");

/** The company's domain in an e-mail address, lower case; empty where it has none of its own. */
export const emailDomain = (email: string): string => orEmpty(email.trim().toLowerCase().split("@")[1] ?? "");

/** The host of a web address without `www`; empty for anything else. */
export const webDomain = (address: string): string => {
  const [, host = ""] = /^(?:https?:\/\/)?([^/?#:@]+)/.exec(address.trim().toLowerCase()) ?? [];
  return orEmpty(host.replace(/^www\./, ""));
};
