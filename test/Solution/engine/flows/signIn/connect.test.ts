import { localPartner } from "../../../../../scripts/tenant/partnerCenter/localPartner";
import { redirectUri, SignInWorld } from "./SignInWorld";

let world: SignInWorld;

beforeEach(() => {
  world = new SignInWorld();
});

test("a person signs in on the page, and both audiences can be had from what is stored", async () => {
  const begun = await world.connect("start", { RedirectUri: redirectUri });
  const back = await world.signInAt(begun.authorizeUrl ?? "");
  const answer = await world.connect("finish", { ...back, RedirectUri: redirectUri });

  expect(begun.state).toBe("begun");
  expect(answer).toMatchObject({
    state: "signedIn",
    signedInAs: localPartner.user.name,
    withMfa: true,
    owner: "nobody",
  });
  expect(answer.words).toContain("90 days");
  expect(world.stored("signedInAs")).toBe(localPartner.user.name);
  expect(world.stored("tenantId")).toBe(localPartner.tenantId);
  expect(world.stored("pendingSignIn")).toBeNull();
  expect(world.stored("refreshToken")).toMatch(/^0\./);
});
