import fc from "fast-check";
import { readTokenClaims } from "../../../../../Solution/engine/domain/signIn/readTokenClaims";

const toToken = (claims: object): string => `head.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.sign`;
const nothing = { name: null, tenantId: null, withMfa: null };

test("the name comes from the id token first, the second factor from the access token", () => {
  const idToken = toToken({ preferred_username: "rita@contoso.example", tid: "tenant", name: "Rita Ådams" });
  const accessToken = toToken({ upn: "other@contoso.example", amr: ["pwd", "mfa"] });

  expect(readTokenClaims({ idToken, accessToken })).toEqual({
    name: "rita@contoso.example",
    tenantId: "tenant",
    withMfa: true,
  });
});

test("without an id token the access token tells the name", () => {
  const accessToken = toToken({ upn: "rita@contoso.example", tid: "tenant", amr: ["pwd"] });

  expect(readTokenClaims({ idToken: "", accessToken })).toEqual({
    name: "rita@contoso.example",
    tenantId: "tenant",
    withMfa: false,
  });
});

test("a name keeps its letters", () => {
  expect(readTokenClaims({ idToken: toToken({ name: "Zoë 李" }), accessToken: "" }).name).toBe("Zoë 李");
});

test("a token that is closed to others tells nothing, and nothing fails", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (idToken, accessToken) => {
      expect(readTokenClaims({ idToken, accessToken })).toEqual(nothing);
    }),
  );
  expect(readTokenClaims({ idToken: toToken(["upn"]), accessToken: toToken({ amr: "mfa", upn: 7 }) })).toEqual(nothing);
});
