import type { StoredReferral } from "../referrals/Referral";
import { html, type Html } from "./html";

/** Status and substatus; the colour only repeats the words. */
export function stateTag({ content: { status, substatus } }: StoredReferral): Html {
  return html`<span class="state ${substatus.toLowerCase()}">${status}</span> <small>${substatus}</small>`;
}
