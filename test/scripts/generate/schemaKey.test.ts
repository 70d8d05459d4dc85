import { labelKey } from "../../../scripts/generate/labelKey";
import { schemaKey } from "../../../scripts/generate/schemaKey";

describe("schemaKey", () => {
  it.each([
    ["cosell_SyncStatus", "syncStatus"],
    ["cosell_ReferralETag", "referralETag"],
    ["Opportunity", "opportunity"],
  ])("%s is %s", (schemaName, key) => {
    expect(schemaKey(schemaName)).toBe(key);
  });
});

describe("labelKey", () => {
  it.each([
    ["In sync", "inSync"],
    ["To Dynamics 365", "toDynamics365"],
    ["Post-sales customer success", "postSalesCustomerSuccess"],
  ])("%s is %s", (label, key) => {
    expect(labelKey(label)).toBe(key);
  });
});
