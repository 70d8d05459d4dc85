import type { StoredReferral } from "../referrals/Referral";
import { viewReferral } from "../referrals/viewReferral";
import type { SandboxState } from "../SandboxState";
import { fieldList } from "./fieldList";
import { formatMoney } from "./formatMoney";
import { html, type Html } from "./html";
import type { Page } from "./layout";
import { memberTable } from "./memberTable";
import { referralTable } from "./referralTable";
import { registrationSection } from "./registrationSection";
import { sellerActions } from "./sellerActions";
import { solutionTable } from "./solutionTable";
import { stateTag } from "./stateTag";
import { timeTag } from "./timeTag";

/** Everything the sandbox knows of one referral; `address` starts the links in its raw JSON. */
export function referralPage(state: SandboxState, referral: StoredReferral, address: string): Page {
  const { content } = referral;
  const viewerId = state.partner.organizationId;
  const others = state.referrals.ofEngagement(referral.engagementId).filter(({ id }) => id !== referral.id);
  const json = JSON.stringify(viewReferral(referral, viewerId, address, state.switches), null, 2);
  const page = html`<p><a href="/">Referrals</a></p>
    <h1>${content.name ?? "(no name)"}</h1>
    <p class="lead">${stateTag(referral)} · ${content.type ?? "–"} · ${referral.organizationName}</p>
    <div class="cards">
      <section>
        <h2>Deal</h2>
        ${dealFields(referral)}
      </section>
      <section>
        <h2>Customer</h2>
        ${customerFields(referral)}
      </section>
      <section>
        <h2>Sharing</h2>
        ${sharingFields(referral)}
      </section>
      <section>
        <h2>Record</h2>
        ${recordFields(referral)}
      </section>
    </div>
    ${sellerActions(referral)} ${registrationSection(referral)}
    <h2>Solutions</h2>
    ${solutionTable(content.details?.requirements?.solutions ?? [])}
    <h2>Customer contacts</h2>
    ${memberTable("Customer contacts", content.customerProfile?.team ?? [])}
    <h2>Team of ${referral.organizationName}</h2>
    ${memberTable("Team", content.team ?? [])}
    <h2>Other referrals of this engagement</h2>
    ${
      others.length === 0
        ? html`<p class="empty">None: nobody else takes part in this deal.</p>`
        : referralTable("Other referrals of this engagement", others, viewerId)
    }
    <details>
      <summary>Raw JSON, as GET returns it</summary>
      <pre tabindex="0">${json}</pre>
    </details>`;
  return { title: content.name ?? "Referral", room: "/", live: false, content: page };
}

function dealFields({ content }: StoredReferral): Html {
  const attributes = content.details?.requirements?.additionalRequirements?.attributes ?? [];
  return fieldList([
    ["Value", formatMoney(content.details?.dealValue, content.details?.currency)],
    ["Estimated close", timeTag(content.details?.closingDateTime)],
    ["Sales stage", content.salesStage],
    ["Qualification", content.qualification],
    ["Status reason", content.statusReason],
    ["Notes", content.details?.notes],
    ...attributes.map(({ type, id }) => [type ?? "Attribute", id] as const),
  ]);
}

function customerFields({ content: { customerProfile } }: StoredReferral): Html {
  const address = customerProfile?.address;
  return fieldList([
    ["Company", customerProfile?.name],
    ["Street", [address?.addressLine1, address?.addressLine2].filter(Boolean).join(", ")],
    ["City", [address?.postalCode, address?.city].filter(Boolean).join(" ")],
    ["State", address?.state],
    ["Country", address?.country],
    ["Size", customerProfile?.size],
  ]);
}

function sharingFields({ content, microsoftMsxId, referralSource, callToAction }: StoredReferral): Html {
  return fieldList([
    ["Help asked", content.inviteContext?.assistanceRequestCode],
    ["Note to Microsoft", content.inviteContext?.notes],
    ["Visible to Microsoft sellers", content.consent?.consentToShareReferralWithMicrosoftSellers],
    ["Customer consents to sharing", content.consent?.consentToToShareInfoWithOthers],
    ["Customer consents to contact", content.consent?.consentToContact],
    ["Microsoft CRM ID", microsoftMsxId],
    ["Lead source", referralSource],
    ["Call to action", callToAction],
  ]);
}

function recordFields(referral: StoredReferral): Html {
  return fieldList([
    ["Referral ID", html`<code>${referral.id}</code>`],
    ["Engagement ID", html`<code>${referral.engagementId}</code>`],
    ["CRM ID", html`<code>${referral.content.externalReferenceId ?? "–"}</code>`],
    ["Created (UTC)", timeTag(referral.createdDateTime)],
    ["Updated (UTC)", timeTag(referral.updatedDateTime)],
    ["Accepted (UTC)", timeTag(referral.acceptedDateTime)],
    ["Closed (UTC)", timeTag(referral.closedDateTime)],
    ["Answer due (UTC)", timeTag(referral.expirationDateTime)],
    ["eTag", html`<code>${referral.eTag}</code>`],
  ]);
}
