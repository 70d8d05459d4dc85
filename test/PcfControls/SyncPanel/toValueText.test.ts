import { toValueText, type ValueTextParts } from "../../../PcfControls/shared/deal/toValueText";
import { toProps } from "../../../PcfControls/SyncPanel/toProps";
import type { Json } from "../../../Solution/engine/domain/values/Json";
import { createFakeContext } from "./fakeContext";

const { words, formats } = toProps(createFakeContext().context, () => undefined);
const euro = { code: "EUR", symbol: "€", precision: 2 };
const parts: ValueTextParts = { words, formats, currency: euro, amountIn: "EUR" };
const person = { firstName: "Ana", lastName: "Bowman", email: "ana@contoso.example", phoneNumber: "+49 89 1" };

it.each<[string, string, Json, Partial<ValueTextParts>, string]>([
  ["an amount in the deal's currency", "/details/dealValue", 70000, {}, "€ 70000.00"],
  ["an amount in another currency", "/details/dealValue", 70000, { amountIn: "NOK" }, "70000.00 NOK"],
  ["an amount without any currency known", "/details/dealValue", 7, { currency: null, amountIn: "" }, "7.00"],
  ["a day", "/details/closingDateTime", "2027-08-31T00:00:00Z", {}, "2027-08-31"],
  [
    "a choice, by the form's label",
    "/inviteContext/assistanceRequestCode",
    "QuotesOrLicensing",
    {},
    "Quotes and licensing",
  ],
  [
    "a choice that the form has no label for",
    "/inviteContext/assistanceRequestCode",
    "GeneralOrOther",
    {},
    "General or other",
  ],
  ["a choice of a later version", "/inviteContext/assistanceRequestCode", "Brandnew", {}, "Brandnew"],
  ["visibility", "/consent/consentToShareReferralWithMicrosoftSellers", false, {}, "Private"],
  ["yes and no", "/consent/consentToToShareInfoWithOthers", true, {}, "Yes"],
  [
    "a person whose phone alone differs",
    "/customerProfile/team",
    [person],
    {},
    "Ana Bowman, ana@contoso.example, +49 89 1",
  ],
  [
    "solutions of one name",
    "/details/requirements/solutions",
    [{ id: "S-1", name: "A" }],
    { withIds: true },
    "A (S-1)",
  ],
  ["how a deal ended", "/substatus", "won", {}, "Won"],
  ["nothing", "/details/notes", null, {}, ""],
])("says %s as the form would", (_case, path, value, more, text) => {
  expect(toValueText(path, value, { ...parts, ...more })).toBe(text);
});
