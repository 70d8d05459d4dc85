import type { DataClient } from "../shared/forms/DataClient";
import { toWishFailureText } from "../shared/forms/words";
import type { Deal } from "./Deal";
import type { Platform } from "./Platform";
import { readDealsOf } from "./readDealsOf";
import { strings } from "./strings";

interface BrowserParts {
  client: DataClient;
  platform: Platform;
}

/** Opens the referral of the first deal that has one. */
export const openInPartnerCenter = async (
  parts: BrowserParts,
  table: string,
  ids: readonly string[],
): Promise<void> => {
  const deals = await read(parts, table, ids);
  const link = deals?.map(({ referralLink }) => referralLink).find((each) => each !== null);
  if (link) parts.platform.openUrl(link);
};

/** Copies the identifiers of all referrals, one a line; where the clipboard is closed they are shown. */
export const copyReferralIds = async (parts: BrowserParts, table: string, ids: readonly string[]): Promise<void> => {
  const { platform } = parts;
  const found = (await read(parts, table, ids))?.flatMap(({ referralId }) => referralId ?? []) ?? [];
  if (found.length === 0) return undefined;
  if (await platform.copy(found.join("\n"))) return platform.tell(strings.copied(found.length));
  return platform.alert(strings.copyByHand, found.join("\n"));
};

const read = async (
  { client, platform }: BrowserParts,
  table: string,
  ids: readonly string[],
): Promise<readonly Deal[] | null> => {
  const found = await readDealsOf(client, table, ids);
  if (found.kind === "done") return found.value;
  await platform.alert(strings.notDone, toWishFailureText(found.failure));
  return null;
};
