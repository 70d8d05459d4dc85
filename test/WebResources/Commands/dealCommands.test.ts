import type { Deal } from "../../../WebResources/Commands/Deal";
import { dealCommands, doesSomething } from "../../../WebResources/Commands/dealCommands";

const shared: Deal = {
  table: "opportunity",
  id: "1",
  name: "Deal",
  isSyncOn: true,
  status: "inSync",
  referralId: "r",
  referralLink: "https://partner.example/r",
  isOffered: false,
};
const offered: Deal = { ...shared, status: "needsAttention", isOffered: true };

const available = (deal: Deal): string[] => dealCommands.filter((command) => doesSomething(command, deal));
const look = ["openInPartnerCenter", "copyReferralId"];

test.each<[string, Deal, string[]]>([
  ["never shared", { ...shared, isSyncOn: false, status: "notShared", referralId: null, referralLink: null }, []],
  ["blocked before its first share", { ...shared, status: "blocked", referralId: null, referralLink: null }, ["sync"]],
  ["in sync", shared, ["sync", "closeWon", "closeLost", ...look]],
  ["offered by Microsoft", offered, ["sync", "accept", "decline", ...look]],
  ["offered, with sync switched off", { ...offered, isSyncOn: false }, look],
  ["closed", { ...shared, status: "closed" }, look],
  ["sync switched off after it was shared", { ...shared, isSyncOn: false }, look],
  ["a lead has no sync of its own", { ...shared, table: "lead" }, ["closeWon", "closeLost", ...look]],
  ["an offered lead", { ...offered, table: "lead" }, ["accept", "decline", ...look]],
])("%s", (_what, deal, commands) => {
  expect(available(deal)).toEqual(commands);
});
