import { DefaultButton } from "@fluentui/react";
import * as React from "react";
import type { Words } from "../../words";
import type { ConflictDecision } from "../Decision";
import type { ProposalRow } from "../toSideRows";
import { Note } from "./Note";
import { SideRow, SideTable } from "./SideTable";

export interface ProposalsProps {
  words: Words;
  proposals: readonly ProposalRow[];
  /** Null where nobody can decide here: then both deals are only shown. */
  onDecide: ((id: string, decision: ConflictDecision) => void) | null;
}

const decisions = ["sameDeal", "anotherDeal"] as const;

/** An open record and a referral that may be one deal, side by side, with one press to say whether they are. */
export const Proposals = ({ words, proposals, onDecide }: ProposalsProps): React.ReactElement | null => {
  if (proposals.length === 0) return null;
  return (
    <>
      <SideTable words={words} caption={words("Proposals")}>
        {proposals.map(({ id, evidence, here, there }) => {
          const [same, another] = decisions.map((decision) =>
            onDecide === null ? null : (
              <DefaultButton
                aria-label={words(`Proposal_${decision}_What`, here, there)}
                onClick={() => onDecide(id, decision)}
              >
                {words(`Proposal_${decision}`)}
              </DefaultButton>
            ),
          );
          return (
            <SideRow
              key={id}
              label={words("Proposal_Evidence", evidence)}
              here={
                <>
                  <div>
                    <bdi>{here}</bdi>
                  </div>
                  {same}
                </>
              }
              there={
                <>
                  <div>
                    <bdi>{there}</bdi>
                  </div>
                  {another}
                </>
              }
            />
          );
        })}
      </SideTable>
      <Note icon="info">{words("Proposals_Help")}</Note>
    </>
  );
};
