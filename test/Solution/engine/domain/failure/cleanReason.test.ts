import fc from "fast-check";
import { cleanReason, maxReasonChars } from "../../../../../Solution/engine/domain/failure/cleanReason";

const labelAt = (path: string): string | null => (path === "/customerProfile/address/addressLine1" ? "Street 1" : null);
const clean = (text: string): string => cleanReason(text, ["sent-with-it"], labelAt);

test.each([
  ["Solution 'NOPE' is not in the catalogue.", "Solution 'NOPE' is not in the catalogue."],
  ["Solution 'SOL-99999-XXX' is not in the catalogue.", "Solution 'SOL-99999-XXX' is not in the catalogue."],
  ["/customerProfile/address/addressLine1 is required.", "Street 1 is required."],
  ["The deal value\r\n  must not\tbe negative.", "The deal value must not be negative."],
  ["The customerProfile is not complete.", "The customerProfile is not complete."],
])("%s says something", (text, reason) => {
  expect(clean(text)).toBe(reason);
});

const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";
const hostile = [
  jwt,
  "Bearer sent-with-it",
  "0.AXkAbcdefghijklmnop.AgABAwEAAAD--DLA3VO7QrddgJg7WevrAgDs_wQA9P8",
  "abc8Q~secretsecretsecretsecret~1",
  "client_secret=hunter22hunter22",
  "x-api-key: k-123456",
  "https://partner.microsoft.com/x?sig=abcdef&code=12",
  "http://169.254.169.254/latest",
  "c2VjcmV0c2VjcmV0c2VjcmV0",
  "deadbeefdeadbeef",
  "0x80040265",
  "AADSTS700082",
  "11111111-2222-4333-8444-555555555555",
  "/srv/app/secrets/key.pem",
];

test.each(hostile)("%s does not get through", (secret) => {
  const reason = clean(`The value ${secret} was not accepted here.`);
  expect(reason).toBe("The value … was not accepted here.");
});

test.each([
  "",
  "400",
  "<html><body>Bad request</body></html>",
  '{"error":"no","stack":"x"}',
  "System.NullReferenceException: Object reference not set to an instance of an object.",
  "Failed at Contoso.Service.Run(String name) and so on",
  "See line 7 of the file for more.",
])("%s says nothing to a seller", (text) => {
  expect(clean(text)).toBe("");
});

test("however long and hostile, a reason is one short line without what was hidden", () => {
  const filler = fc.string({ maxLength: 300 });
  fc.assert(
    fc.property(
      filler,
      fc.constantFrom(...hostile),
      filler,
      fc.constantFrom(" ", "\n", "\u202e"),
      (before, secret, after, space) => {
        const reason = clean(`${before}${space}${secret}${space}${after}`);
        expect(reason.length).toBeLessThanOrEqual(maxReasonChars);
        expect(reason).not.toContain(secret);
        // eslint-disable-next-line no-control-regex
        expect(reason).not.toMatch(/[\u0000-\u001f\u007f\u202a-\u202e]|eyJ|Bearer |:\/\//);
      },
    ),
    { numRuns: 3_000 },
  );
});

test("a random token of any usual alphabet does not get through", () => {
  const alphabets = [
    "0123456789abcdef",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    "ABCDEFabcdef0123456789-_",
    "abcXYZ019+/=",
  ];
  const token = fc
    .constantFrom(...alphabets)
    .chain((alphabet) => fc.array(fc.constantFrom(...alphabet.split(/(?=.)/)), { minLength: 24, maxLength: 80 }))
    .map((letters) => letters.join(""));
  fc.assert(fc.property(token, (text) => expect(clean(`The value ${text} was not accepted.`)).not.toContain(text)));
});
