import fc from "fast-check";
import { World } from "../../support/World";

/* Where both referrals and Dynamics 365 are edited at once, and all that waits is decided for Partner Center. */

const amount = "/details/dealValue";
const currency = "/details/currency";

const codes = ["USD", "EUR", "SEK", "GBP", "CHF"];

interface Edit {
  where: "here" | "contoso" | "msft";
  isSeen: boolean;
}

const edits = fc.array(fc.record<Edit>({ where: fc.constantFrom("here", "contoso", "msft"), isSeen: fc.boolean() }), {
  minLength: 1,
  maxLength: codes.length,
});

const amountHere = ({ opportunity }: World): string => `${opportunity.dealValue ?? ""} ${opportunity.currency}`;

const amountsThere = ({ partnerCenter }: World): string[] =>
  partnerCenter.seen().map(({ content }) => {
    const { dealValue, currency: code } = content["details"] as { dealValue: number; currency: string };
    return `${String(dealValue)} ${code}`;
  });

/** The partner changes one half of the amount on both sides, and Microsoft's seller makes it another amount altogether. */
const type = (world: World, { where }: Edit, half: "value" | "code", at: number): void => {
  const [value, code] = [60_000 + at, codes[at] ?? ""];
  const [hasValue, hasCode] = [where === "msft" || half === "value", where === "msft" || half === "code"];
  if (where === "here") {
    world.edit({ ...(hasValue ? { dealValue: String(value) } : {}), ...(hasCode ? { currency: code } : {}) });
    return;
  }
  if (hasValue) world.partnerCenter.editThere(amount, value, where);
  if (hasCode) world.partnerCenter.editThere(currency, code, where);
};

test("the amount that comes of decisions for Partner Center is one that somebody held, in its own currency", async () => {
  await fc.assert(
    fc.asyncProperty(edits, fc.constantFrom("value", "code"), async (typed, half) => {
      const world = new World({ help: "proofOfConceptDemo", isVisible: true });
      await world.run();
      const held = new Set<string>([amountHere(world), ...amountsThere(world)]);
      for (const [at, edit] of typed.entries()) {
        type(world, edit, half, at);
        [amountHere(world), ...amountsThere(world)].forEach((one) => held.add(one));
        world.pass(1000);
        if (edit.isSeen) await world.run({ trigger: "event", seen: world.partnerCenter.seen() });
      }
      await world.run({ trigger: "event", seen: world.partnerCenter.seen() });

      const decisions = Object.keys(world.rows.link?.memory.differences ?? {}).map(
        (path) => ({ path, take: "partnerCenter", by: "Sam Seller" }) as const,
      );
      await world.run({ decisions });

      expect([...held]).toContain(amountHere(world));
      expect(amountsThere(world)).toContain(amountHere(world));
    }),
    { numRuns: 200 },
  );
});
