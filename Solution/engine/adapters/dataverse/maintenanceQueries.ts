import type { DealTable } from "../../domain/opportunity/SyncRecord";
import { choices, columns, tables } from "../../domain/schema";
import { toChoice } from "../../domain/sync/syncStatus";
import type { Instant } from "../../domain/values/instant";
import { fetchXml } from "./fetchXml";

const { link, message } = columns;
const { condition, isNull, isNotNull, isOneOf, attributes, every, either } = fetchXml;

const linkQuery = (limit: number, filter: string, joins = ""): string =>
  `<fetch top="${limit}"><entity name="${tables.link.logicalName}">` +
  attributes([
    tables.link.primaryId,
    "createdon",
    link.opportunityId,
    link.leadId,
    link.referralIdentifier,
    link.referralETag,
    link.microsoftReferralIdentifier,
    link.microsoftReferralETag,
    link.engagementIdentifier,
  ]) +
  `${filter}${joins}<order attribute="createdon"/></entity></fetch>`;

/** Links that one page of referrals can be about; a page has 100. */
const maxLinks = 1000;

/** Statuses of a link that has something to send and is not waiting for a person. */
const unsent = (["ready", "changedHere", "queued", "sending"] as const).map(toChoice);

const joinRecord = (table: DealTable): string =>
  `<link-entity name="${table}" from="${tables[table].primaryId}" to="${link[`${table}Id`]}" alias="${table}" link-type="outer"/>`;

/** State code of an open record, of opportunities as of leads. */
const isOpen = (alias: string): string => condition("statecode", "eq", 0, alias);

const waitingMessage =
  `<link-entity name="${tables.message.logicalName}" from="${message.linkId}" to="${tables.link.primaryId}" alias="message" link-type="outer">` +
  `${every([condition(message.state, "ne", choices.messageState.done)])}</link-entity>`;

/** Links of referrals that are not closed, by creation. */
const openLinkQuery = (after: Instant, limit: number, filters: readonly string[]): string =>
  linkQuery(
    limit,
    every([...filters, condition(link.syncStatus, "ne", toChoice("closed")), condition("createdon", "gt", after)]),
  );

const isSynced = (table: DealTable): string => condition(columns[table].syncWithPartnerCenter, "eq", true);

const hasNoMessage = isNull(tables.message.primaryId, "message");

/** FetchXML of maintenance. */
export const maintenanceQueries = {
  lease: (key: string): string =>
    `<fetch top="1"><entity name="${tables.message.logicalName}">` +
    attributes([tables.message.primaryId, "versionnumber", message.nextAttemptOn]) +
    `${every([condition(message.idempotencyKey, "eq", key)])}</entity></fetch>`,

  linksOf: (referralIds: readonly string[], engagementIds: readonly string[]): string =>
    linkQuery(
      maxLinks,
      either([
        isOneOf(link.referralIdentifier, referralIds),
        isOneOf(link.microsoftReferralIdentifier, referralIds),
        ...(engagementIds.length > 0 ? [isOneOf(link.engagementIdentifier, engagementIds)] : []),
      ]),
    ),

  stuck: (untouchedSince: Instant, after: Instant, limit: number, leasesOnly: boolean): string =>
    linkQuery(
      limit,
      every([
        condition("createdon", "gt", after),
        either([
          every([
            condition("modifiedon", "le", untouchedSince),
            either([
              condition(link.leaseExpiresOn, "le", untouchedSince),
              isNull(link.lastAgreedValues),
              ...(leasesOnly ? [] : [every([isOneOf(link.syncStatus, unsent), hasNoMessage])]),
            ]),
          ]),
          // What failed has a message before its link says queued: without one it met the kill switch, and nobody is at it.
          ...(leasesOnly ? [] : [every([condition(link.syncStatus, "eq", toChoice("queued")), hasNoMessage])]),
        ]),
      ]),
      waitingMessage,
    ),

  left: (since: Instant, limit: number): string =>
    linkQuery(
      limit,
      every([
        condition("modifiedon", "ge", since),
        // What failed has a message that tries it again, or waits for a person.
        isNull(link.failureCode),
        either([
          // Beside a conflict, other changes may be left.
          isOneOf(link.syncStatus, [toChoice("changedAtMicrosoft"), toChoice("conflict")]),
          every([
            condition(link.syncStatus, "eq", toChoice("closed")),
            either([isOpen(tables.opportunity.logicalName), isOpen(tables.lead.logicalName)]),
          ]),
        ]),
      ]),
      joinRecord("opportunity") + joinRecord("lead"),
    ),

  shared: (after: Instant, limit: number): string =>
    openLinkQuery(after, limit, [
      isNotNull(link.referralIdentifier),
      condition(link.syncStatus, "ne", toChoice("notShared")),
    ]),

  withMicrosoft: (after: Instant, limit: number): string =>
    openLinkQuery(after, limit, [isNotNull(link.microsoftReferralIdentifier)]),

  editedSolutions: (since: Instant, limit: number): string =>
    `<fetch top="${limit}"><entity name="${tables.partnerCenterSolution.logicalName}">` +
    attributes([columns.partnerCenterSolution.opportunityId, "modifiedon", "versionnumber"]) +
    every([condition("modifiedon", "ge", since)]) +
    `<link-entity name="opportunity" from="${tables.opportunity.primaryId}" to="${columns.partnerCenterSolution.opportunityId}" alias="opportunity" link-type="inner">` +
    `${every([condition(columns.opportunity.syncWithPartnerCenter, "eq", true)])}</link-entity>` +
    `<link-entity name="${tables.link.logicalName}" from="${link.opportunityId}" to="${columns.partnerCenterSolution.opportunityId}" alias="link" link-type="outer">` +
    `${attributes(["modifiedon", "versionnumber"])}</link-entity><order attribute="modifiedon"/></entity></fetch>`,

  ofContact: (contactId: string, limit: number): string =>
    `<fetch top="${limit}"><entity name="opportunity">${attributes([tables.opportunity.primaryId])}` +
    every([
      condition(columns.opportunity.syncWithPartnerCenter, "eq", true),
      condition("statecode", "eq", 0),
      either([condition("parentcontactid", "eq", contactId), condition("customerid", "eq", contactId)]),
    ]) +
    `<order attribute="createdon"/></entity></fetch>`,

  /** An opportunity that was made of a synced lead is not synced itself before its first run. */
  edited: (table: DealTable, since: Instant, limit: number): string =>
    `<fetch top="${limit}"><entity name="${table}">${attributes([tables[table].primaryId, "modifiedon", "versionnumber"])}` +
    every([
      table === "opportunity"
        ? either([isSynced(table), isNotNull(tables.link.primaryId, "leadlink")])
        : isSynced(table),
      condition("modifiedon", "ge", since),
    ]) +
    (table === "opportunity"
      ? `<link-entity name="${tables.link.logicalName}" from="${link.leadId}" to="originatingleadid" alias="leadlink" link-type="outer"/>`
      : "") +
    `<link-entity name="${tables.link.logicalName}" from="${link[`${table}Id`]}" to="${tables[table].primaryId}" alias="link" link-type="outer">` +
    `${attributes(["modifiedon", "versionnumber"])}</link-entity><order attribute="modifiedon"/></entity></fetch>`,
} as const;
