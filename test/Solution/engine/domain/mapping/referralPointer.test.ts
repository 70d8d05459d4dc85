import fc from "fast-check";
import { readPlace, writePlace } from "../../../../../Solution/engine/domain/mapping/referralPointer";

const attributes = "/details/requirements/additionalRequirements/attributes";

test("attributes of several rows are items of one list", () => {
  const area = writePlace({}, `${attributes}/SolutionArea`, "Security");
  const both = writePlace(area, `${attributes}/PartnerRole`, "Advisor");

  expect(both).toEqual({
    details: {
      requirements: {
        additionalRequirements: {
          attributes: [
            { type: "SolutionArea", id: "Security" },
            { type: "PartnerRole", id: "Advisor" },
          ],
        },
      },
    },
  });
});

test("an item is found by its name in any case, and absence reads as null", () => {
  const referral = { customerProfile: { ids: [{ profileType: "DUNS", id: "123456789" }, "odd", { id: "x" }] } };

  expect(readPlace(referral, "/customerProfile/ids/Duns")).toBe("123456789");
  expect(readPlace(referral, "/customerProfile/ids/External")).toBeNull();
  expect(readPlace({}, `${attributes}/SolutionPlay`)).toBeNull();
});

test("what is written is read, and nothing else changes", () => {
  const name = fc.stringMatching(/^[A-Za-z]{1,8}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 2, maxLength: 5, selector: (item) => item.toLowerCase() }),
      fc.string(),
      (names, value) => {
        const before = names.reduce((referral, item) => writePlace(referral, `${attributes}/${item}`, item), {});
        const [changed = "", ...others] = names;
        const after = writePlace(before, `${attributes}/${changed}`, value);

        expect(readPlace(after, `${attributes}/${changed}`)).toBe(value);
        for (const other of others) expect(readPlace(after, `${attributes}/${other}`)).toBe(other);
      },
    ),
  );
});
