import { clockSkewMs, doubtSince } from "../../../../../Solution/engine/domain/link/doubtSince";
import { addMs } from "../../../../../Solution/engine/domain/values/instant";
import { leaseMs } from "../../../../../Solution/engine/domain/link/lease";
import { emptyLinkState, type Link, type LinkMemory } from "../../../../../Solution/engine/domain/link/Link";

const noon = "2026-11-22T12:00:00.000Z";
const link = (memory: Partial<LinkMemory> = {}, rest: Partial<Link> = {}): Link => ({
  ...emptyLinkState,
  id: "link-1",
  rowVersion: "1",
  leadId: null,
  leaseOwner: null,
  leaseExpiresOn: null,
  memory: { ...emptyLinkState.memory, ...memory },
  ...rest,
});
const attempt = (code: string): Partial<LinkMemory> => ({
  attempt: { values: {}, on: noon, code, count: 1, isParked: false, nextOn: null, notBefore: null },
});
const lease = { leaseOwner: "somebody", leaseExpiresOn: noon };

test("there is none without a link, without a trace, or once the referral is known", () => {
  expect(doubtSince(null)).toBeNull();
  expect(doubtSince(link())).toBeNull();
  expect(doubtSince(link(attempt("http.timeout"), { ...lease, referralId: "r-1" }))).toBeNull();
});

test("a lease nobody gave back is a doubt since it was taken", () => {
  expect(doubtSince(link({}, lease))).toBe(addMs(noon, -leaseMs - clockSkewMs));
});

test("silence is a doubt, a plain refusal is none", () => {
  expect(doubtSince(link(attempt("http.timeout")))).toBe(addMs(noon, -clockSkewMs));
  expect(doubtSince(link(attempt("partnerCenter.invalidRequest")))).toBeNull();
});

test("an older doubt is not taken away by a newer one", () => {
  const noted = { ...attempt("http.timeout"), doubtSince: "2026-11-20T00:00:00.000Z" };

  expect(doubtSince(link(noted, lease))).toBe("2026-11-20T00:00:00.000Z");
});
