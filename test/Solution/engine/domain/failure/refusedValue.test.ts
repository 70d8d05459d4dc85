import { readPartnerCenterRefusal } from "../../../../../Solution/engine/adapters/partnerCenter/readPartnerCenterRefusal";
import { toFailureWords, toReasonSentence } from "../../../../../Solution/engine/domain/failure/Failure";

const now = "2026-11-22T21:00:00.000Z";
const refuse = (status: number, error: unknown, secrets: readonly string[] = []) =>
  readPartnerCenterRefusal({ status, headers: {}, body: JSON.stringify({ error }) }, now, secrets);
const words = (status: number, error: unknown) => {
  const { code, about } = refuse(status, error);
  return toFailureWords(code, null, about ?? null);
};

test("a value that Partner Center refuses is named, with the way there and the service's own reason", () => {
  const target = "/customerProfile/address/addressLine1";
  const failure = words(400, { code: "invalidRequest", message: `${target} is required.`, target });
  expect(failure).toMatchObject({
    code: "partnerCenter.invalidRequest",
    words: "Partner Center did not accept the deal as it is: see Street 1.",
    column: "parentaccountid",
    reason: "Street 1 is required.",
  });
  expect(failure.fix).toMatch(/^Correct Street 1 and save again/);
  expect(toReasonSentence(failure)).toBe("Partner Center says: “Street 1 is required.”");
});

test.each([
  ["/details/requirements/solutions/0/id", "Microsoft Partner Center Solutions", "cosell_partnercentersolution"],
  ["/team/0/phoneNumber", "Owner", "ownerid"],
  ["/details/dealValue", "Est. Revenue", "estimatedvalue"],
])("a target inside of a field is that field (%s)", (target, label, column) => {
  const failure = words(422, { code: "invalidRequest", message: "x", target });
  expect(failure.words).toContain(`see ${label}.`);
  expect(failure.column).toBe(column);
});

test("the innermost error names the target", () => {
  const innerError = { code: "rule", target: "/name" };
  expect(words(400, { code: "invalidRequest", message: "", target: "referral", innerError }).words).toContain(
    "see Topic.",
  );
});

test("a target that is no field, and a message that says nothing, leave our own words", () => {
  const failure = words(400, { code: "invalidRequest", message: "<b>no</b>", target: "referral" });
  expect(failure).toEqual(toFailureWords("partnerCenter.invalidRequest"));
});

test.each([401, 403, 404, 429, 500, 503])("what our own words explain needs no other's (%i)", (status) => {
  expect(refuse(status, { code: "x", message: "The value is not allowed here." }).about).toBeUndefined();
});

test("what went out with the request does not come back", () => {
  const { about, detail } = refuse(400, { code: "invalidRequest", message: "The caller opensesame may not do it." }, [
    "opensesame",
  ]);
  expect(about?.reason).toBe("The caller … may not do it.");
  expect(detail).not.toContain("opensesame");
});

test("a conflict is one of what was written: to a reading the same answer is a trouble that passes", () => {
  const answer = {
    status: 409,
    headers: {},
    body: JSON.stringify({ error: { code: "invalidRequest", message: "x" } }),
  };
  expect(readPartnerCenterRefusal(answer, now, []).code).toBe("partnerCenter.conflict");
  expect(readPartnerCenterRefusal(answer, now, [], "reading").code).toBe("partnerCenter.generalException");
});
