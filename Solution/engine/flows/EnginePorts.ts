import type { DealTable } from "../domain/opportunity/SyncRecord";
import type { CallShare } from "../domain/maintenance/refuseCall";
import type { SyncSettings } from "../domain/sync/SyncSettings";
import type { AlertStore } from "../ports/AlertStore";
import type { AuditLog } from "../ports/AuditLog";
import type { CallCounter } from "../ports/CallCounter";
import type { Clock } from "../ports/Clock";
import type { Columns } from "../ports/Columns";
import type { ConflictStore } from "../ports/ConflictStore";
import type { CurrentUser } from "../ports/CurrentUser";
import type { Digest } from "../ports/Digest";
import type { EventLog } from "../ports/EventLog";
import type { EventSignature } from "../ports/EventSignature";
import type { FieldMaps } from "../ports/FieldMaps";
import type { HealthStore } from "../ports/HealthStore";
import type { IdentityProvider } from "../ports/IdentityProvider";
import type { Ids } from "../ports/Ids";
import type { InboundStore } from "../ports/InboundStore";
import type { InsightStore } from "../ports/InsightStore";
import type { LinkStore } from "../ports/LinkStore";
import type { MaintenanceStore } from "../ports/MaintenanceStore";
import type { MatchStore } from "../ports/MatchStore";
import type { MessageStore } from "../ports/MessageStore";
import type { RecordStore } from "../ports/RecordStore";
import type { PartnerCenter } from "../ports/PartnerCenter";
import type { Probe } from "../ports/Probe";
import type { RegistrationStore } from "../ports/RegistrationStore";
import type { Settings } from "../ports/Settings";
import type { SignInStore } from "../ports/SignInStore";
import type { TokenSource } from "../ports/TokenSource";
import type { Trace } from "../ports/Trace";
import type { Webhooks } from "../ports/Webhooks";

/** Everything outside that a sync touches. */
export interface EnginePorts {
  records: Readonly<Record<DealTable, RecordStore>>;
  links: LinkStore;
  conflicts: ConflictStore;
  auditLog: AuditLog;
  messages: MessageStore;
  maintenance: MaintenanceStore;
  columns: Columns;
  /** Partner Center of the cloud and the app registration that the settings name; calls come out of the request's own share, unless said. */
  partnerCenter: (settings: SyncSettings, share?: CallShare) => PartnerCenter;
  /** Webhook registration of the same cloud. */
  webhooks: (settings: SyncSettings) => Webhooks;
  /** What was registered from here. */
  registration: RegistrationStore;
  /** Microsoft Entra of the same cloud, as the same app registration. */
  identity: (settings: SyncSettings) => IdentityProvider;
  tokens: (settings: SyncSettings) => TokenSource;
  signIns: SignInStore;
  healthStore: HealthStore;
  /** What people are told of, though they look at nothing. */
  alerts: AlertStore;
  probe: (settings: SyncSettings) => Probe;
  calls: CallCounter;
  /** How referrals become records. */
  inbound: InboundStore;
  /** What users may see of deals. */
  insights: InsightStore;
  /** Records that a referral may be about. */
  matches: MatchStore;
  /** What is known about Partner Center's notifications. */
  events: EventLog;
  /** Who signed Partner Center's notifications. */
  eventSignature: EventSignature;
  currentUser: CurrentUser;
  settings: Settings;
  fieldMaps: FieldMaps;
  clock: Clock;
  ids: Ids;
  digest: Digest;
  trace: Trace;
}
