import { toFailure, type Failure } from "../../../../Solution/engine/domain/failure/Failure";
import type { FailureCode } from "../../../../Solution/engine/domain/failure/failureKinds";
import { isJsonObject, type Json, type JsonObject } from "../../../../Solution/engine/domain/values/Json";
import { addMs } from "../../../../Solution/engine/domain/values/instant";
import { readPointer, writePointer } from "../../../../Solution/engine/domain/values/jsonPointer";
import { done, failed, type Outcome } from "../../../../Solution/engine/domain/failure/Outcome";
import { parseReferral, type Referral } from "../../../../Solution/engine/domain/referral/Referral";
import { visibilityPath } from "../../../../Solution/engine/domain/referral/referralPatch";
import type { PartnerCenter } from "../../../../Solution/engine/ports/PartnerCenter";

interface Stored {
  content: JsonObject;
  version: number;
  updatedOn: string;
}

/** What goes wrong with the next call: refused before it is carried out, or carried out and never answered. */
export interface Trouble {
  failure: Failure;
  isCarriedOut: boolean;
}

export const trouble = (code: FailureCode, isCarriedOut = false, retryAfterMs: number | null = null): Trouble => ({
  failure: toFailure(code, "by the test", retryAfterMs),
  isCarriedOut,
});

const absent = () => failed(toFailure("partnerCenter.itemNotFound", "by the fake"));

const notExpected = (): Promise<never> => Promise.reject(new Error("nobody pages through this fake"));

const notPaged: Pick<PartnerCenter, "changedSince" | "listed"> = { changedSince: notExpected, listed: notExpected };

/** Referrals in memory, with tags, JSON Patch, and faults by the call. */
export class FakePartnerCenter {
  readonly referrals: Stored[] = [];
  readonly calls: string[] = [];
  /** What was asked to be written: whole referrals and operations of patches. */
  readonly written: Json[] = [];
  /** Faults for the coming calls, in order. */
  troubles: (Trouble | null)[] = [];
  /** Called before and after every call is carried out; throws to stop the run there. */
  pulse: () => Promise<void> = () => Promise.resolve();
  now: () => string = () => "2026-11-22T21:00:00.000Z";
  /** The newest referrals are other deals' by the hundreds: only a search with a doubt gets to ours. */
  isCrowded = false;

  /** Values of Microsoft's referral that the partner's edits went over. */
  readonly passedOver: Json[] = [];

  private taken = 0;
  private latest = "";

  /** Calls since this was asked last. */
  takeCalls(): number {
    const calls = this.calls.length - this.taken;
    this.taken = this.calls.length;
    return calls;
  }

  /** The own referrals, or Microsoft's. */
  owned(by: "contoso" | "msft"): JsonObject[] {
    return this.referrals.map(({ content }) => content).filter((content) => content["organizationId"] === by);
  }

  /** Somebody edits the own referral in Partner Center, or Microsoft's seller Microsoft's. */
  editThere(pointer: string, value: Json, by: "contoso" | "msft" = "contoso"): void {
    const edited = this.referrals.find(({ content }) => content["organizationId"] === by);
    if (!edited) throw new Error("nothing is shared");
    this.change(edited, writePointer(edited.content, pointer, value));
  }

  /** Both referrals as anybody reads them now. */
  seen(): Referral[] {
    return this.referrals.flatMap(({ content, version, updatedOn }) => {
      const referral = parseReferral(content, tagOf({ content, version, updatedOn }));
      return referral ? [referral] : [];
    });
  }

  /** Microsoft offers a deal. */
  offer(content: JsonObject): void {
    this.add({ ...content, target: [] });
    const offered = this.referrals.at(-1);
    if (!offered) throw new Error("nothing was offered");
    this.change(offered, { ...offered.content, status: "New", substatus: "Pending" });
  }

  readonly port: PartnerCenter = {
    ...notPaged,
    create: (body) => {
      this.written.push(body);
      return this.perform(`POST ${isInvitation(body) ? "invitation" : "referral"}`, () => this.add(body));
    },
    read: (id) => this.perform("GET referral", () => (this.holds(id) ? this.view(this.find(id)) : absent())),
    update: (id, eTag, patch) => {
      this.written.push(...patch.map((operation) => ({ ...operation })));
      return this.perform("PATCH referral", () => {
        if (!this.holds(id)) return absent();
        const stored = this.find(id);
        if (eTag !== tagOf(stored)) return failed(toFailure("partnerCenter.preconditionFailed", "by the fake"));
        const patched = patch.reduce<JsonObject>(
          (content, { path, value }) => writePointer(content, path, value),
          stored.content,
        );
        this.change(stored, patched);
        this.passOn(patch.filter(({ path }) => path.startsWith("/details/")));
        const referral = this.view(stored);
        return referral.kind === "failed" ? referral : done({ eTag: referral.value.eTag, referral: referral.value });
      });
    },
    find: (search, fits) =>
      this.perform(`LIST ${search.kind}`, () => {
        if (search.kind === "sentSince" && search.doubtSince === null && this.isCrowded) return done(null);
        const found = this.referrals
          .filter(({ content, updatedOn }) =>
            search.kind === "engagement"
              ? content["engagementId"] === search.engagementId
              : updatedOn >= (this.isCrowded ? (search.doubtSince ?? search.since) : search.since),
          )
          .flatMap((stored) => parseReferral(stored.content, tagOf(stored)) ?? [])
          .find(fits);
        return done(found ?? null);
      }),
  };

  private async perform<Value>(call: string, carryOut: () => Outcome<Value>): Promise<Outcome<Value>> {
    await this.pulse();
    this.calls.push(call);
    const problem = this.troubles.shift() ?? null;
    if (problem && !problem.isCarriedOut) return failed(problem.failure);
    const outcome = carryOut();
    await this.pulse();
    return problem ? failed(problem.failure) : outcome;
  }

  private add(body: JsonObject): Outcome<Referral> {
    const number = String(this.referrals.length + 1).padStart(12, "0");
    const invited = isInvitation(body);
    const stored: Stored = {
      content: {
        ...body,
        id: `eeeeeeee-0000-4000-8000-${number}`,
        engagementId: body["engagementId"] ?? `dddddddd-0000-4000-8000-${number}`,
        createdDateTime: this.now(),
        organizationId: invited ? "msft" : "contoso",
        status: invited ? "New" : "Active",
        substatus: invited ? "Pending" : "Accepted",
      },
      version: 1,
      updatedOn: this.now(),
    };
    this.stamp(stored);
    this.referrals.push(stored);
    return this.view(stored);
  }

  private change(stored: Stored, content: JsonObject): void {
    const [before, after] = [readPointer(stored.content, visibilityPath), readPointer(content, visibilityPath)];
    if (before === true && after !== true) throw new Error("visibility was withdrawn");
    if (stored.content["status"] === "Closed") throw new Error("a closed referral was changed");
    stored.content = content;
    stored.version += 1;
    this.stamp(stored);
  }

  /** The partner's edit goes on to Microsoft's referral while that is open, as in the sandbox. */
  private passOn(patch: readonly { path: string; value: Json }[]): void {
    const microsofts = this.referrals.find(({ content }) => content["organizationId"] === "msft");
    if (!microsofts || microsofts.content["status"] === "Closed" || patch.length === 0) return;
    this.passedOver.push(...patch.map(({ path }) => readPointer(microsofts.content, path)));
    microsofts.content = patch.reduce<JsonObject>(
      (content, { path, value }) => writePointer(content, path, value),
      microsofts.content,
    );
    microsofts.version += 1;
    this.stamp(microsofts);
  }

  /** No two versions have the same time. */
  private stamp(stored: Stored): void {
    const now = this.now();
    this.latest = this.latest >= now ? addMs(this.latest, 1) : now;
    stored.updatedOn = this.latest;
    stored.content = { ...stored.content, updatedDateTime: this.latest };
  }

  private holds(id: string): boolean {
    return this.referrals.some(({ content }) => content["id"] === id);
  }

  private find(id: string): Stored {
    const stored = this.referrals.find(({ content }) => content["id"] === id);
    if (!stored) throw new Error(`no referral ${id}`);
    return stored;
  }

  private view(stored: Stored): Outcome<Referral> {
    const referral = parseReferral(stored.content, tagOf(stored));
    if (!referral) throw new Error("unreadable");
    return done(referral);
  }
}

const tagOf = ({ content, version }: Stored): string => `"${JSON.stringify(content["id"])}/${version}"`;

const isInvitation = (body: JsonObject): boolean => {
  const [target] = (body["target"] ?? []) as readonly Json[];
  return isJsonObject(target) && target["id"] === "msft";
};
