import fc from "fast-check";
import { parseDecimal } from "../../../../Solution/engine/domain/values/decimalText";
import { helpOptions, type HelpOption } from "../../../../Solution/engine/domain/opportunity/helpOptions";
import { printInstant } from "../../../../Solution/engine/domain/values/instant";
import type { Opportunity, Person } from "../../../../Solution/engine/domain/opportunity/Opportunity";

const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((value) => value.trim());
const code = fc.constantFrom("NO", "US", "DE", "GB");

const person: fc.Arbitrary<Person> = fc.record({
  firstName: text,
  lastName: text,
  email: text,
  phone: text,
  title: text,
});

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => printInstant(days * 86_400_000).slice(0, 10));

/** Any opportunity whose values the CRM can hold: trimmed text, canonical numbers, upper-case codes. */
export const arbitraryOpportunity: fc.Arbitrary<Opportunity> = fc.record({
  id: fc.uuid(),
  name: text,
  notes: text,
  dealValue: fc.option(fc.integer({ min: 0, max: 1e12 }).map((cents) => parseDecimal(String(cents / 100)))),
  currency: fc.constantFrom("NOK", "USD", "EUR"),
  closeDate: fc.option(day),
  help: fc.option(fc.constantFrom(...(Object.keys(helpOptions) as HelpOption[]))),
  isVisible: fc.boolean(),
  marketplaceIntent: fc.constantFrom("yes" as const, "no" as const, "haveNotDecided" as const),
  hasConsent: fc.boolean(),
  customer: fc.record({
    name: text,
    addressLine1: text,
    addressLine2: text,
    city: text,
    state: text,
    postalCode: text,
    country: code,
  }),
  contact: fc.option(person),
  owner: fc.option(person),
  solutions: fc
    .uniqueArray(fc.record({ id: fc.uuid(), name: text }), { selector: ({ id }) => id, maxLength: 5 })
    .map((solutions) => [...solutions].sort((left, right) => (left.id < right.id ? -1 : 1))),
  custom: fc.constant({}),
});
