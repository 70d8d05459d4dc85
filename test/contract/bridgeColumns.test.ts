import type { ColumnValue } from "../../scripts/tenant/dataverse/values";
import { onEveryHost } from "./bridge/bridgeHosts";
import { withDriver } from "./bridge/withDriver";

const column = (facts: Omit<ColumnValue, "$t" | "isValidForCreate" | "isValidForUpdate">): ColumnValue => ({
  $t: "column",
  isValidForCreate: true,
  isValidForUpdate: false,
  ...facts,
});

const columns: readonly ColumnValue[] = [
  column({ logicalName: "name", attributeType: 14, maxLength: 300 }),
  column({ logicalName: "description", attributeType: 7, maxLength: 2000 }),
  column({ logicalName: "estimatedvalue", attributeType: 8, minValue: -1e12, maxValue: 1e12, precision: 2 }),
  column({ logicalName: "closeprobability", attributeType: 5, minValue: 0, maxValue: 100 }),
  column({ logicalName: "share", attributeType: 4, minValue: 0, maxValue: 1.5, precision: 5 }),
  column({ logicalName: "estimatedclosedate", attributeType: 2 }),
  column({ logicalName: "rating", attributeType: 11, options: [1, 2, 3] }),
  column({ logicalName: "regions", attributeType: 17, options: [7] }),
  column({ logicalName: "parentaccountid", attributeType: 6, targets: ["account"] }),
  column({ logicalName: "participates", attributeType: 0 }),
];

/** What a column takes has to reach the script: without it, it would learn of lengths and ranges by refusals only. */
onEveryHost((host) => {
  const driver = withDriver(host);
  const ask = (LogicalName: string) =>
    driver().askOne("org.execute", {
      message: "RetrieveAttribute",
      parameters: { EntityLogicalName: "opportunity", LogicalName, RetrieveAsIfPublished: false },
      as: "user",
    });

  test.each(columns)("the metadata of $logicalName arrives whole", async (facts) => {
    driver().organization.columns = { [`opportunity.${facts.logicalName}`]: facts };
    expect(await ask(facts.logicalName)).toEqual({ ok: true, value: { results: { AttributeMetadata: facts } } });
  });

  test("a column that does not exist is refused by its code", async () => {
    expect(await ask("nosuchcol")).toMatchObject({ ok: false, code: "0x80041103" });
  });
});
