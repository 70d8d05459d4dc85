import fc from "fast-check";
import { normalizeName } from "../../../../../Solution/engine/domain/account/normalizeName";

test.each([
  ["Fabrikam, Inc.", "fabrikam"],
  ["FABRIKAM  INC", "Fabrikam"],
  ["Smith & Sons Ltd", "Smith and Sons Limited"],
  ["Müller GmbH & Co. KG", "Muller GmbH & Co KG"],
  ["Træ AS", "Trae"],
  ["L'Étoile S.A.", "L’Etoile"],
  ["U.S. Robotics", "US Robotics"],
  ["東京商事", "東京 商事".replace(" ", "")],
])("%s and %s are one company", (left, right) => {
  expect(normalizeName(left)).toBe(normalizeName(right));
});

test.each([
  ["Fabrikam Norway", "Fabrikam Sweden"],
  ["Contoso", "Contoso Consulting"],
  ["Inc", "Ltd"],
  ["東京商事", "大阪商事"],
])("%s and %s are two", (left, right) => {
  expect(normalizeName(left)).not.toBe(normalizeName(right));
});

test("normalizing twice is normalizing once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      expect(normalizeName(normalizeName(name))).toBe(normalizeName(name));
    }),
  );
});
