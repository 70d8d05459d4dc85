import { countryCodes } from "../../../../../Solution/engine/domain/opportunity/countryCodes";

test("all 249 officially assigned codes are there, once each and in order", () => {
  expect(countryCodes).toHaveLength(249);
  expect([...new Set(countryCodes)].sort()).toEqual(countryCodes);
});
