import { failureKinds } from "../../../../../Solution/engine/domain/failure/failureKinds";
import { toAdministratorWords } from "../../../../../Solution/engine/domain/failure/toAdministratorWords";

test.each(
  Object.entries(failureKinds)
    .filter(([, { owner }]) => owner === "administrator")
    // Only of somebody who has not the rights of an administrator.
    .filter(([code]) => code !== "dataverse.noRight")
    .map(([code]) => [code]),
)("%s asks the administrator to do something, not to ask one", (code) => {
  const { fix } = toAdministratorWords(code);

  expect(fix).toMatch(/^[A-Z].+\.$/);
  expect(fix).not.toMatch(/ask your administrator|save again/i);
});

test("two things to do are two commands", () => {
  expect(toAdministratorWords("token.conditionalAccess").fix).toBe(
    "Let the connector's user pass the conditional access rules, and sign in again.",
  );
});
