import { loseOpportunity, winOpportunity } from "./closeOpportunity";
import { qualifyLead } from "./qualifyLead";
import type { SalesMessage } from "./SalesMessage";

/** The messages of Sales by the name of the request, which is that of the Web API action too. */
export const salesMessages: ReadonlyMap<string, SalesMessage> = new Map(
  Object.entries({ WinOpportunity: winOpportunity, LoseOpportunity: loseOpportunity, QualifyLead: qualifyLead }),
);
