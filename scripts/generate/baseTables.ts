/** Facts of the tables that Sales owns; Solution/src holds only the columns added to them. */
export const baseTables: Readonly<
  Record<string, { entitySetName: string; primaryId: string; primaryName: string } | undefined>
> = {
  lead: { entitySetName: "leads", primaryId: "leadid", primaryName: "fullname" },
  opportunity: { entitySetName: "opportunities", primaryId: "opportunityid", primaryName: "name" },
};
