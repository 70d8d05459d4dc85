import type { Outcome } from "../domain/failure/Outcome";
import type { DealFacts } from "../domain/insights/DealFacts";

/** Tables whose records have deals: a deal itself, or a customer. */
export type InsightTable = "opportunity" | "lead" | "account" | "contact";

/** What the user of this request may see of deals; nothing here is read as the system. */
export interface InsightStore {
  /**
   * Deals of a record that are shared or to be shared, the latest first, 50 at most of each table; none where the user may not read
   * them. Two to five requests.
   */
  dealsOf(table: InsightTable, id: string): Promise<Outcome<readonly DealFacts[]>>;
}
