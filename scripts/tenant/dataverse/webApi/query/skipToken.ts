import { parseXml } from "../../fetchXml/parseXml";
import { protocolRefusals } from "../protocolRefusals";
import type { PageRequest } from "./toFetchQuery";

/** `<cookie pagenumber="2" pagingcookie="%3Ccookie…" istracking="False" />`, which stands in a next link, encoded once more. */
export const writeSkipToken = (pageNumber: number, pagingCookie: string): string =>
  `<cookie pagenumber="${pageNumber}" pagingcookie="${encodeURIComponent(pagingCookie)}" istracking="False" />`;

export function readSkipToken(token: string): Pick<PageRequest, "number" | "cookie"> {
  const refuse = () => protocolRefusals.optionInvalid("$skiptoken", token);
  // At least one client of many years' use puts a slash behind the link.
  const cookie = parseXml(token.replace(/\/$/, ""), refuse);
  const number = Number(cookie.getAttribute("pagenumber"));
  const encoded = cookie.getAttribute("pagingcookie");
  if (cookie.tagName !== "cookie" || !Number.isInteger(number) || number < 1 || encoded === null) throw refuse();
  return encoded === "" ? { number } : { number, cookie: decodeURIComponent(encoded) };
}
