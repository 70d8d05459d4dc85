import { createPartnerCenter } from "../../../../../Solution/engine/adapters/partnerCenter/createPartnerCenter";
import { done } from "../../../../../Solution/engine/domain/failure/Outcome";
import { printInstant } from "../../../../../Solution/engine/domain/values/instant";

const newest = Date.UTC(2026, 10, 22, 21);

/** So many referrals, a minute apart, newest first; pages as the API gives them. */
const withReferrals = (count: number) => {
  const urls: string[] = [];
  const partnerCenter = createPartnerCenter((call) => {
    urls.push(call.path);
    const query = new URLSearchParams(call.path.split("?")[1]);
    const [skip, top] = [Number(query.get("$skip") ?? "0"), Number(query.get("$top"))];
    const rows = Array.from({ length: count }, (_none, at) => ({
      id: `referral-${at}`,
      externalReferenceId: `deal-${at}`,
      createdDateTime: printInstant(newest - at * 60_000).replace("Z", "0000Z"),
    }));
    const body = JSON.stringify({ value: rows.slice(skip, skip + top) });
    return Promise.resolve(done({ status: 200, headers: {}, body }));
  });
  return { urls, partnerCenter };
};

const since = printInstant(newest - 86_400_000);
const isDeal = (at: number) => (referral: { externalReferenceId: string }) =>
  referral.externalReferenceId === `deal-${at}`;

test("uses filters and options of the documentation only", async () => {
  const { urls, partnerCenter } = withReferrals(0);

  await partnerCenter.find({ kind: "sentSince", since, doubtSince: null }, () => true);
  await partnerCenter.find({ kind: "engagement", engagementId: "e-1" }, () => true);

  const queries = urls.map((url) => Object.fromEntries(new URLSearchParams(url.split("?")[1])));
  expect(queries).toMatchObject([
    { $filter: `direction eq 'Outgoing' and updatedDateTime ge ${since}`, $orderby: "createdDateTime desc" },
    { $filter: "engagementId eq 'e-1'" },
  ]);
});

test("without a doubt the newest few hundred will do", async () => {
  const { urls, partnerCenter } = withReferrals(1000);

  const near = await partnerCenter.find({ kind: "sentSince", since, doubtSince: null }, isDeal(150));
  const far = await partnerCenter.find({ kind: "sentSince", since, doubtSince: null }, isDeal(250));

  expect(near).toMatchObject({ value: { id: "referral-150" } });
  expect(far).toEqual({ kind: "done", value: null });
  expect(urls).toHaveLength(4);
});

test("with a doubt nothing since it began is overlooked, and nothing older is read", async () => {
  const { urls, partnerCenter } = withReferrals(1000);
  const doubtSince = printInstant(newest - 450 * 60_000);

  const found = await partnerCenter.find({ kind: "sentSince", since, doubtSince }, isDeal(440));
  const none = await partnerCenter.find({ kind: "sentSince", since, doubtSince }, () => false);

  expect(found).toMatchObject({ value: { id: "referral-440" } });
  expect(none).toEqual({ kind: "done", value: null });
  expect(urls).toHaveLength(10);
});

test("what would take too long to be certain is a failure, never a guess", async () => {
  const { partnerCenter } = withReferrals(5000);

  const outcome = await partnerCenter.find(
    { kind: "sentSince", since, doubtSince: since.replace("2026", "2020") },
    () => false,
  );

  expect(outcome).toMatchObject({ kind: "failed", failure: { code: "partnerCenter.lookupIncomplete" } });
});
