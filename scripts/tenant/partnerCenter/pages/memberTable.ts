import type { ReferralContent } from "../referrals/Referral";
import { dataTable } from "./dataTable";
import type { Html } from "./html";

export function memberTable(caption: string, members: NonNullable<ReferralContent["team"]>): Html {
  return dataTable({
    caption,
    columns: ["Name", "Title", "E-mail", "Phone"],
    rows: members.map((member) => [
      [member.firstName, member.lastName].filter(Boolean).join(" ") || "–",
      member.title ?? "–",
      member.email ?? "–",
      member.phoneNumber ?? "–",
    ]),
    empty: "Nobody.",
  });
}
