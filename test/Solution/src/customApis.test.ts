import type { Element } from "@xmldom/xmldom";
import { textOf } from "../../../scripts/pack/xml";
import { customApis } from "../../../Solution/engine/domain/schema";
import { sourceFiles } from "./sourceFolder";

/** Types of parameters by their code in customapirequestparameter.xml. */
const types: Readonly<Record<string, string>> = {
  "0": "Boolean",
  "1": "DateTime",
  "7": "Integer",
  "10": "String",
  "12": "Guid",
};

const parametersOf = (api: string, kind: string): Element[] =>
  sourceFiles(new RegExp(`^customapis/${api}/.*/${kind}\\.xml$`)).map(({ root }) => root);

const describeParameter = (parameter: Element) =>
  `${parameter.getAttribute("uniquename") ?? ""}${textOf(parameter, "isoptional") === "1" ? "?" : ""}: ${
    types[textOf(parameter, "type") ?? ""] ?? "unknown"
  }`;

const signatureOf = (api: string): string => {
  const [inputs, outputs] = ["customapirequestparameter", "customapiresponseproperty"].map((kind) =>
    parametersOf(api, kind).map(describeParameter).sort().join(", "),
  );
  return `(${inputs ?? ""}) → ${outputs ?? ""}`;
};

/** Callers hold on to these: flows and form scripts of customers, and every released version of ours. */
const released: Readonly<Record<string, string>> = {
  cosell_Backfill: "(Continuation?: String, DryRun: Boolean, From?: DateTime) → Response: String",
  cosell_CheckHealth: "() → Response: String",
  cosell_CheckMapping: "(OpportunityId?: Guid) → Response: String",
  cosell_CloseReferral:
    "(Digest?: String, LeadId?: Guid, OpportunityId?: Guid, Outcome: String, Reason?: String) → Response: String, SyncStatus: Integer",
  cosell_Connect: "(Code?: String, RedirectUri?: String, State?: String, Step: String) → Response: String",
  cosell_GetKeySalesInfo: "(RecordId: String, RecordType: String, Skip?: Integer, Top?: Integer) → Response: String",
  cosell_GetRecordDetails: "(RecordId: String, RecordType: String, Skip?: Integer, Top?: Integer) → Response: String",
  cosell_GetRecordSummary:
    "(EndDateTime?: String, RecordId: String, RecordType: String, Skip?: Integer, StartDateTime?: String, Top?: Integer) → Response: String",
  cosell_MoveReferral: "(LeadId?: Guid, LinkId: Guid, OpportunityId?: Guid) → Response: String, SyncStatus: Integer",
  cosell_PreviewChange:
    "(Answer?: String, ConflictId?: Guid, Decision?: String, LeadId?: Guid, OpportunityId?: Guid, Reason?: String, Value?: String) → Response: String",
  cosell_PreviewSync: "(OpportunityId: Guid) → Response: String",
  cosell_RaiseAlerts: "() → Response: String",
  cosell_ReceivePartnerCenterEvent:
    "(Body: String, Headers: String, LeaveToJob?: Boolean) → Response: String, StatusCode: Integer",
  cosell_RegisterWebhook: "(Endpoint?: String, Events?: String, Overwrite: Boolean) → Response: String",
  cosell_Replay:
    "(From?: DateTime, LeadId?: Guid, MessageId?: Guid, OpportunityId?: Guid, Until?: DateTime) → Response: String",
  cosell_ReportWebhookAddress: "(Endpoint: String) → Response: String",
  cosell_ResolveConflict:
    "(ConflictId: Guid, Decision: String, Digest?: String, Value?: String) → Response: String, SyncStatus: Integer",
  cosell_RespondToReferral:
    "(Answer: String, Digest?: String, LeadId?: Guid, OpportunityId?: Guid, Reason?: String) → Response: String, SyncStatus: Integer",
  cosell_RunMaintenance: "(MaxSeconds?: Integer, Tasks?: String) → Response: String",
  cosell_SyncOpportunity:
    "(Digest?: String, OpportunityId: Guid) → ReferralIdentifier: String, ReferralLink: String, Response: String, SyncStatus: Integer",
  cosell_TransferMapping: "(DryRun?: Boolean, Mapping?: String) → Response: String",
};

describe("custom APIs", () => {
  it("take and give what callers know, as types and names cannot change once shipped", () => {
    const signatures = Object.values(customApis).map((api) => [api, signatureOf(api)]);
    expect(Object.fromEntries(signatures)).toEqual(released);
  });

  it("are unbound actions, but for the functions that only read", () => {
    const kinds = sourceFiles(/\/customapi\.xml$/).map(({ file, root }) => [
      /cosell_\w+/.exec(file)?.[0],
      ["bindingtype", "isfunction", "allowedcustomprocessingsteptype"].map((name) => textOf(root, name)).join(),
    ]);
    const functions = kinds.filter(([, kind]) => kind === "0,1,0").map(([name]) => name);
    const { getKeySalesInfo, getRecordDetails, getRecordSummary, previewChange } = customApis;
    expect(functions).toEqual([getKeySalesInfo, getRecordDetails, getRecordSummary, previewChange]);
    expect(new Set(kinds.map(([, kind]) => kind))).toEqual(new Set(["0,1,0", "0,0,0"]));
  });
});
