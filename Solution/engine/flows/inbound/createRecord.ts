import { auditFacts, type AuditFact } from "../../domain/audit/auditFacts";
import { extendTrail } from "../../domain/audit/extendTrail";
import { columnLabel } from "../../domain/columns/columnLabels";
import { toFailure, failureWithDetail, type Failure } from "../../domain/failure/Failure";
import { done, failed, type Outcome } from "../../domain/failure/Outcome";
import { firstAgreed } from "../../domain/inbound/firstAgreed";
import { emptyMemory, type LinkMemory } from "../../domain/link/Link";
import { readReferralValues, toOpportunityValues } from "../../domain/mapping/mapReferral";
import { describeEvidence } from "../../domain/match/Proposal";
import type { Opportunity } from "../../domain/opportunity/Opportunity";
import { toCloudProfile } from "../../domain/referral/CloudProfile";
import { readBothSides } from "../../domain/referral/readBothSides";
import type { SyncSettings } from "../../domain/sync/SyncSettings";
import type { InboundOwner, LinkedReferral, Misfits, NewDeal } from "../../ports/InboundStore";
import type { LoadedRecord } from "../../ports/RecordStore";
import type { EnginePorts } from "../EnginePorts";
import { findAlike, type AlikeRecord } from "./findAlike";
import { conclude, recordIdOf, releaseLink, resumeLink, acquireLink, type RecordWish } from "./holdLink";
import { proposeRecords } from "./proposeRecords";
import { matchCustomer, type MatchedCustomer } from "./matchCustomer";

const findOwner = async (ports: EnginePorts, { inboundOwner }: SyncSettings): Promise<Outcome<InboundOwner>> => {
  const owner = await ports.inbound.findOwner(inboundOwner);
  if (owner.kind === "failed") return owner;
  return owner.value === null
    ? failed(failureWithDetail("inbound.ownerUnknown", `no enabled user, or several, with the address ${inboundOwner}`))
    : done(owner.value);
};

const toNewDeal = async (
  { digest }: EnginePorts,
  { table, referral, settings }: RecordWish,
  part: Pick<NewDeal, "values" | "owner" | "accountId" | "contactId" | "currencyId" | "audit">,
): Promise<NewDeal> => ({
  ...part,
  table,
  id: await recordIdOf(digest, referral.id),
  referral,
  referralLink: `${toCloudProfile(settings.cloudProfile)?.referralPage ?? ""}${referral.id}`,
});

/** What both sides hold from now on. The record is read back: Dynamics 365 has rules of its own. */
const toMemory = (
  { opportunity }: LoadedRecord,
  { table, referral, settings, begun }: RecordWish,
  unheld: readonly string[],
): LinkMemory => {
  const { here, there, fieldMap } = readBothSides(opportunity, referral, table, settings.fieldMap);
  const isResumed = begun !== null;
  return { ...emptyMemory, values: firstAgreed(here, there, { fieldMap, isResumed, unheld }) };
};

/** What could not be held at a place of the map is a difference of the record; the rest is told here. */
const noteUnheld = (
  { columns }: EnginePorts,
  misfits: Misfits,
  { table, settings }: RecordWish,
): { facts: readonly AuditFact[]; unheld: readonly string[] } => {
  const names = Object.keys(misfits);
  const unheld = columns.placesOf(names, table, settings);
  const others = Object.entries(misfits).filter(([name]) => columns.placesOf([name], table, settings).length === 0);
  const labelled = others.map(([name, misfit]) => [columnLabel(name), misfit] as const);
  return { unheld, facts: labelled.length > 0 ? [auditFacts.valuesNotHeld(labelled, {})] : [] };
};

/** Gives the record over to the ordinary sync. Until the last step the link is held by this run. */
const tie = async (
  ports: EnginePorts,
  linkId: string,
  deal: NewDeal,
  { facts, unheld }: { facts: readonly AuditFact[]; unheld: readonly string[] },
  wish: RecordWish,
): Promise<Failure | null> => {
  const { inbound, records } = ports;
  const refusal = (await inbound.linkRecord(linkId, deal)) ?? (await inbound.switchOn(deal));
  if (refusal !== null) return refusal;
  const { table, id } = deal;
  const loaded = await records[table].load(id, wish.settings, "always");
  if (loaded.kind === "failed") return loaded.failure;
  if (loaded.value === null) return toFailure("dataverse.rowGone", `${table} ${id} was made and is not there`);
  const memory = toMemory(loaded.value, wish, unheld);
  return conclude(ports, linkId, loaded.value.record, { facts, memory, isResumed: wish.begun !== null });
};

const describeAlike = (alike: readonly AlikeRecord[]): AuditFact[] => {
  const records = alike.map(({ loaded: { record, opportunity }, evidence }) => ({
    id: record.id,
    name: opportunity.name,
    evidence: describeEvidence(evidence),
  }));
  return records.length > 0 ? [auditFacts.likelyFound(records)] : [];
};

/** All that a run which holds the link does for the record. */
const makeRecord = async (
  ports: EnginePorts,
  wish: RecordWish,
  linkId: string,
  { owner, values, customer }: { owner: InboundOwner; values: Partial<Opportunity>; customer: MatchedCustomer },
): Promise<Outcome<NewDeal>> => {
  const { table, referral, settings } = wish;
  const { account, misfits: ofCustomer, ...ids } = customer;
  const currency = await ports.inbound.findCurrency(values.currency ?? "");
  if (currency.kind === "failed") return currency;
  const facts = [
    auditFacts.recordMade(table, referral.id, account, referral.state.status === "New"),
    ...(values.currency && currency.value === null ? [auditFacts.amountLeftOut(values.currency)] : []),
  ];
  const audit = extendTrail("", facts, await ports.clock.now());
  const deal = await toNewDeal(ports, wish, { ...ids, values, currencyId: currency.value, owner, audit });
  const made = await ports.inbound.createRecord(deal, settings);
  if (made.kind === "failed") return made;
  const alike = await findAlike(ports, wish, account === "made" ? { ...deal, accountId: null } : deal);
  if (alike.kind === "failed") return alike;
  const unproposed = await proposeRecords(ports, linkId, deal, alike.value);
  if (unproposed !== null) return failed(unproposed);
  const noted = noteUnheld(ports, { ...ofCustomer, ...made.value }, wish);
  const told = { ...noted, facts: [...noted.facts, ...describeAlike(alike.value)] };
  const written = { ...deal, audit: extendTrail(audit, told.facts, await ports.clock.now()) };
  const unfinished = await tie(ports, linkId, written, { ...told, facts: [...facts, ...told.facts] }, wish);
  return unfinished === null ? done(written) : failed(unfinished);
};

/**
 * Makes the record of a referral, its customer first. The link comes before both and belongs to the first run; ids follow from
 * the referral and the customer, so that a run that goes on after another was stopped makes nothing twice.
 */
export const createRecord = async (ports: EnginePorts, wish: RecordWish): Promise<Outcome<NewDeal>> => {
  const { table, referral, settings } = wish;
  const owner = await findOwner(ports, settings);
  if (owner.kind === "failed") return owner;
  const { fieldMap } = settings;
  const values: Partial<Opportunity> = toOpportunityValues(readReferralValues(referral.content, fieldMap), fieldMap);
  const none: MatchedCustomer = { accountId: null, contactId: null, account: "none", misfits: {} };
  const customer =
    table === "lead" ? done(none) : await matchCustomer(ports, { referral, values, owner: owner.value, settings });
  if (customer.kind === "failed") return customer;

  const link = await acquireLink(ports, wish);
  if (link.kind === "failed") return link;
  const made = await makeRecord(ports, wish, link.value, { owner: owner.value, values, customer: customer.value });
  if (made.kind === "done") return made;
  await releaseLink(ports, link.value);
  return made;
};

/**
 * Gives a record over to the ordinary sync whose referral was taken away before a run came to an end with it: there is nothing
 * left to take from it.
 */
export const finishWithout = async (
  ports: EnginePorts,
  begun: LinkedReferral,
  { table, id }: Pick<NewDeal, "table" | "id">,
  settings: SyncSettings,
): Promise<Failure | null> => {
  const resumed = await resumeLink(ports, begun);
  if (resumed.kind === "failed") return resumed.failure;
  if (!resumed.value) return toFailure("inbound.busy", `link ${begun.linkId} is being made`);
  const loaded = await ports.records[table].load(id, settings, "always");
  if (loaded.kind === "failed") return loaded.failure;
  const facts = [auditFacts.recordMade(table, begun.referralId ?? "", "none", false)];
  return loaded.value === null
    ? ports.inbound.completeLink(begun.linkId, emptyMemory, { sequence: 0, hash: "" })
    : conclude(ports, begun.linkId, loaded.value.record, { facts, memory: emptyMemory, isResumed: true });
};
