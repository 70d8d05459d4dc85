import fc from "fast-check";
import {
  matchAccount,
  type AccountCandidate,
  type InboundCustomer,
} from "../../../../../Solution/engine/domain/account/matchAccount";
import { parseAccountMatch } from "../../../../../Solution/engine/domain/account/parseAccountMatch";

const standard = parseAccountMatch("");

const customer = (changes: Partial<InboundCustomer> = {}): InboundCustomer => ({
  name: "Fabrikam, Inc.",
  postalCode: "0150",
  duns: "",
  emails: [],
  ...changes,
});

const account = (changes: Partial<AccountCandidate> = {}): AccountCandidate => ({
  id: "one",
  name: "Fabrikam",
  postalCode: "0150",
  duns: "",
  website: "",
  email: "",
  ...changes,
});

const match = (
  customerChanges: Partial<InboundCustomer>,
  candidates: readonly AccountCandidate[],
  setting = "",
): string => {
  const found = matchAccount(customer(customerChanges), candidates, parseAccountMatch(setting));
  return found.kind === "matched" ? `${found.account.id} by ${found.by}` : found.kind;
};

test("the company's name and its postal code are enough", () => {
  expect(match({}, [account(), account({ id: "two", name: "Contoso" })])).toBe("one by nameAndPostalCode");
});

test.each(["EC1A 1BB", "ec1a1bb", "EC1A-1BB"])("a postal code is the same however it is written: %s", (postalCode) => {
  expect(match({ postalCode: "EC1A 1BB" }, [account({ postalCode })])).toBe("one by nameAndPostalCode");
});

test("two accounts of that name and place ask", () => {
  expect(match({}, [account(), account({ id: "two", name: "FABRIKAM AS" })])).toBe("ambiguous");
});

test.each([
  ["a DUNS number", { duns: "123456789" }, { duns: "12-345-6789" }],
  ["a domain", { emails: ["ada@fabrikam.example"] }, { website: "https://www.fabrikam.example/no" }],
])("%s tells two accounts of that name and place apart", (_evidence, there, here) => {
  expect(match(there, [account(), account({ id: "two", ...here })])).toBe("two by nameAndPostalCode");
});

test("an account with another DUNS number is another company, so its name asks", () => {
  expect(match({ duns: "123456789" }, [account({ duns: "987654321" })])).toBe("ambiguous");
});

test("a company that moved is known by its DUNS number, with zeros lost or not", () => {
  const moved = account({ postalCode: "9999", name: "Fabrikam Nordic", duns: "1234567" });

  expect(match({ duns: "001234567" }, [moved])).toBe("one by duns");
});

test("a company that moved is known by its domain and name", () => {
  expect(match({ emails: ["a@fabrikam.example"] }, [account({ postalCode: "9", email: "x@fabrikam.example" })])).toBe(
    "one by domain",
  );
});

test("a domain that sister companies share asks", () => {
  const sister = account({ name: "Fabrikam Leasing", postalCode: "9", website: "fabrikam.example" });

  expect(match({ emails: ["a@fabrikam.example"] }, [sister])).toBe("ambiguous");
});

test("addresses at public mail providers say nothing", () => {
  const stranger = account({ name: "Contoso", postalCode: "9", email: "b@gmail.com" });

  expect(match({ emails: ["a@gmail.com"] }, [stranger])).toBe("none");
});

test("the name alone asks where a postal code is missing, and is another company where it differs", () => {
  expect(match({ postalCode: "" }, [account()])).toBe("ambiguous");
  expect(match({}, [account({ postalCode: "" })])).toBe("ambiguous");
  expect(match({}, [account({ postalCode: "5003" })])).toBe("none");
});

test("the setting decides what counts, and what counts first", () => {
  const byName = account();
  const byDuns = account({ id: "two", name: "Contoso", duns: "5" });

  expect(match({ duns: "5" }, [byName, byDuns], "DUNS, name and postal code")).toBe("two by duns");
  expect(match({ duns: "5" }, [byName, byDuns], "name and postal code")).toBe("one by nameAndPostalCode");
});

const texts = fc.constantFrom(
  "",
  "Fabrikam",
  "Fabrikam AS",
  "Contoso",
  "0150",
  "5",
  "a@b.example",
  "b.example",
  "gmail.com",
);
const anyCandidate = fc.record({
  id: fc.uuid(),
  name: texts,
  postalCode: texts,
  duns: texts,
  website: texts,
  email: texts,
});
const anyCustomer = fc.record({
  name: texts,
  postalCode: texts,
  duns: texts,
  emails: fc.array(texts, { maxLength: 2 }),
});

test("the order in which candidates are found does not matter", () => {
  fc.assert(
    fc.property(anyCustomer, fc.array(anyCandidate, { maxLength: 5 }), (whoever, candidates) => {
      const there = matchAccount(whoever, candidates, standard);
      const back = matchAccount(whoever, [...candidates].reverse(), standard);

      expect(back.kind).toBe(there.kind);
      if (there.kind === "matched" && back.kind === "matched") expect(back.account).toEqual(there.account);
    }),
  );
});

test("an account twice over is never taken", () => {
  fc.assert(
    fc.property(anyCustomer, fc.array(anyCandidate, { maxLength: 5 }), (whoever, candidates) => {
      const twins = candidates.flatMap((one) => [one, { ...one, id: `${one.id} twin` }]);

      expect(matchAccount(whoever, twins, standard).kind).not.toBe("matched");
    }),
  );
});
