import type { readingSwitches } from "../../../../../scripts/tenant/partnerCenter/switches/readingSwitches";
import { referralsAddress as referrals } from "../referralsAddress";
import { type Observations } from "./Observer";

export const readingObservations: Observations<keyof typeof readingSwitches> = {
  relatedLinkQuotes: {
    see: async (on) => {
      const links = (await on.own())["links"] as { relatedReferrals: { uri: string } };
      return links.relatedReferrals.uri.includes("'");
    },
    expected: { unquoted: false, quoted: true },
  },
  externalReferenceIdFilter: {
    see: async (on) => (await on.running.call("GET", `${referrals}?$filter=externalReferenceId eq 'x'`)).status,
    expected: { accepted: 200, refused: 400 },
  },
  odataCount: {
    see: async (on) => {
      await on.invite(await on.own());
      return (await on.running.call("GET", `${referrals}?$top=1`)).body["@odata.count"];
    },
    expected: { total: 2, page: 1 },
  },
  pageSize: {
    see: async (on) => {
      const { state } = on.running.sandbox;
      const { id } = await on.own();
      const seed = state.referrals.get(id);
      if (seed === undefined) throw new Error("The seed referral is gone.");
      for (let index = 0; index < 250; index++) state.referrals.set(String(index), { ...seed, id: String(index) });
      return (await on.running.call("GET", `${referrals}?$top=200`)).body.value.length;
    },
    expected: { "100": 100, "200": 200 },
  },
};
