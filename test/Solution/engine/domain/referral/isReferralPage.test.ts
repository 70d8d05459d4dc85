import fc from "fast-check";
import { isReferralPage } from "../../../../../Solution/engine/domain/referral/CloudProfile";

test.each([
  ["https://partner.microsoft.com/dashboard/referrals/v2/leads/details/1", false],
  ["HTTPS://PARTNER.MICROSOFT.COM/dashboard", false],
  ["https://partner.microsoft.com:443/", false],
  ["http://127.0.0.1:4280/referrals/1", true],
  ["http://localhost:4280/referrals/1", true],
])("%s is the page of a referral", (address, isLocal) => {
  expect(isReferralPage(address, isLocal)).toBe(true);
});

test.each([
  "",
  "javascript:alert(1)",
  "data:text/html,x",
  "//partner.microsoft.com",
  "http://partner.microsoft.com/",
  "http://127.0.0.1:4280/referrals/1",
  "https://127.0.0.1/referrals/1",
  "https://partner.microsoft.com.evil.example/",
  "https://evil.example/partner.microsoft.com",
  "https://partner.microsoft.com@evil.example/",
  "https://evil.example\\@partner.microsoft.com/",
  "https://partner.microsoft.com\\.evil.example/",
  "https://partner.microsoft.com:8443/",
  " https://partner.microsoft.com/",
  "https://partner.microsoft.com/a b",
  "https://pаrtner.microsoft.com/",
])("%s is not, away from the local sandbox", (address) => {
  expect(isReferralPage(address, false)).toBe(false);
});

test("whatever is let through leads to Partner Center for a browser, too", () => {
  const piece = fc.constantFrom(
    "https://",
    "http://",
    "partner.microsoft.com",
    "evil.example",
    "@",
    "\\",
    "/",
    ":",
    "443",
    ".",
    "?",
    "#",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const address = pieces.join("");
      if (!isReferralPage(address, false)) return;
      const { protocol, hostname } = new URL(address);
      expect([protocol, hostname]).toEqual(["https:", "partner.microsoft.com"]);
    }),
    { numRuns: 5_000 },
  );
});
