import type { ReferralContent } from "../referrals/Referral";
import { dataTable } from "./dataTable";
import { html, type Html } from "./html";

type Requirements = NonNullable<NonNullable<ReferralContent["details"]>["requirements"]>;

export function solutionTable(solutions: NonNullable<Requirements["solutions"]>): Html {
  return dataTable({
    caption: "Solutions",
    columns: ["Solution", "Solution ID", "Type"],
    rows: solutions.map(({ id, name, type }) => [name ?? "–", html`<code>${id ?? "–"}</code>`, type ?? "–"]),
    empty: "None.",
  });
}
