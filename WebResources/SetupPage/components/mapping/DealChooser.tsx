import * as React from "react";
import type { JsonObject } from "../../../../Solution/engine/domain/values/Json";
import type { Row, SetupClient } from "../../SetupClient";
import { strings } from "../../strings";

export interface DealChooserProps {
  client: SetupClient;
  /** Id of the opportunity that the map is tried with; empty for none. */
  deal: string;
  referral: JsonObject | null;
  onChoose: (opportunityId: string) => void;
}

const text = strings.mapping;
const latest = "$select=name,opportunityid&$filter=statecode eq 0&$orderby=modifiedon desc&$top=20";

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Tries the map with one of the latest deals; nothing of the deal is written or sent. */
export const DealChooser = ({ client, deal, referral, onChoose }: DealChooserProps): React.ReactElement => {
  const [deals, setDeals] = React.useState<readonly Row[]>([]);
  React.useEffect(() => {
    let isGone = false;
    void client.rows("opportunities", latest).then((reply) => {
      if (!isGone && reply.kind === "done") setDeals(reply.value);
    });
    return () => {
      isGone = true;
    };
  }, [client]);
  return (
    <div className="field">
      <label htmlFor="field-mappingDeal">{text.deal}</label>
      <select
        id="field-mappingDeal"
        value={deal}
        aria-describedby="hint-mappingDeal"
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="">{text.noDeal}</option>
        {deals.map((row) => (
          <option key={textOf(row["opportunityid"])} value={textOf(row["opportunityid"])}>
            {textOf(row["name"])}
          </option>
        ))}
      </select>
      <p id="hint-mappingDeal" className="hint">
        {text.dealHint}
      </p>
      {referral !== null && (
        <details data-referral>
          <summary>
            <span className="group-title">{text.referral}</span>
          </summary>
          <textarea readOnly rows={16} aria-label={text.referral} value={JSON.stringify(referral, null, 2)} />
        </details>
      )}
    </div>
  );
};
