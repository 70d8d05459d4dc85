/**
 * One concept, one word: that of Dataverse, Partner Center, OData or of whoever builds distributed systems. The lint rule, its test
 * and the table in CONTRIBUTING.md hold the same rows.
 *
 * @type {readonly { say: string, never: readonly string[], of: string }[]}
 */
const vocabulary = [
  { say: "SyncRecord", never: ["DealRecord"], of: "an opportunity or a lead that is synced" },
  { say: "RecordStore", never: ["DealStore"], of: "the port that loads and saves such records" },
  { say: "createRecord", never: ["makeDeal"], of: "what inbound makes of a referral" },
  { say: "findLinkedRecord", never: ["findHolder"], of: "the record that a referral belongs to" },
  { say: "importReferral", never: ["bringIn"], of: "one referral on its way into Dataverse" },
  { say: "revertInbound", never: ["giveBack"], of: "values that Dataverse did not take after all" },
  { say: "retryRefused", never: ["takeLeft"], of: "values that Dataverse refused before" },
  { say: "canApply", never: ["canTake"], of: "whether a column holds a value" },
  { say: "confirmInFlight", never: ["landInFlight"], of: "values of a killed run that turn out to have arrived" },
  { say: "moneyPaths", never: ["amountHalves"], of: "value and currency, which are one amount" },
  { say: "dryRunPorts", never: ["holdWrites"], of: "ports of a run that writes nothing" },
  { say: "runFullPass", never: ["passReferrals"], of: "maintenance over all referrals" },
  { say: "scanChangedReferrals", never: ["walkReferrals"], of: "maintenance over what changed since" },
  { say: "fetchReferrals", never: ["lookAtReferrals"], of: "reading both referrals of a record" },
  { say: "applyOwnReferral", never: ["noteOwn"], of: "what the partner's referral tells a link" },
  { say: "applyMicrosoftReferral", never: ["noteMicrosofts"], of: "what Microsoft's referral tells a link" },
  { say: "deferToLeaseHolder", never: ["leaveToOther"], of: "work that another run holds the lease for" },
  { say: "acquireLink", never: ["takeLink"], of: "the lease of a link" },
  { say: "linkRecord", never: ["tieLink"], of: "the record that a new link is for" },
  { say: "completeLink", never: ["concludeLink"], of: "the last step of making a link" },
  { say: "formatMessage", never: ["fillWords"], of: "a text with its values" },
  { say: "failureWithDetail", never: ["toToldFailure"], of: "a failure with the service's own reason" },
  { say: "sendResponse", never: ["giveAnswer"], of: "a seller's answer to a referral" },
  { say: "requireReadAccess", never: ["ifVisible"], of: "a record that the caller must be able to read" },
  { say: "createEntraClient", never: ["createAskEntra"], of: "requests to Microsoft Entra" },
  { say: "createUserLookup", never: ["createPeople"], of: "names and addresses of users" },
  { say: "DeliveryFault", never: ["Mishap"], of: "what befalls a notification in the sandbox" },
  { say: "consumeQuota", never: ["takeTurn"], of: "one request of the sandbox's allowance" },
  { say: "SchemaAfterImport", never: ["FutureSchema"], of: "tables and columns as an import will leave them" },
  { say: "removeOrphanedComponents", never: ["removeLeftBehind"], of: "components that an upgrade no longer has" },
];

const rows = new Map(vocabulary.flatMap((row) => row.never.map((word) => [word, row])));

/** @type {import("eslint").Rule.RuleModule} */
const vocabularyRule = {
  meta: { type: "suggestion", schema: [], messages: { say: 'Say "{{say}}" for {{of}}, as everywhere else.' } },
  create: (context) => ({
    Identifier: (node) => {
      const row = rows.get(node.name);
      if (row !== undefined) context.report({ node, messageId: "say", data: { say: row.say, of: row.of } });
    },
  }),
};

module.exports = { vocabulary, vocabularyRule };
