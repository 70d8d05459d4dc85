import * as React from "react";
import { toAdministratorWords } from "../../../Solution/engine/domain/failure/toAdministratorWords";
import { replayCause } from "../replayCause";
import type { SetupContext } from "../SetupContext";
import type { WaitingCause } from "../SetupFacts";
import { strings } from "../strings";
import { Button } from "./Button";

const text = strings.work;

const CauseRow = ({
  cause,
  context,
  onChanged,
}: {
  cause: WaitingCause;
  context: SetupContext;
  onChanged: () => Promise<void>;
}): React.ReactElement => {
  const [outcome, setOutcome] = React.useState("");
  const [isBusy, setBusy] = React.useState(false);
  const { words, fix, owner } =
    cause.code === "" ? { words: text.firstTurn, fix: "", owner: "nobody" as const } : toAdministratorWords(cause.code);
  const replay = async (): Promise<void> => {
    setBusy(true);
    const { done, failed } = await replayCause(context.client, cause, (count) =>
      setOutcome(text.replaying(count, cause.count)),
    );
    setBusy(false);
    setOutcome(failed === 0 ? text.replayed(done) : text.replayedPartly(done, failed));
    await onChanged();
  };
  return (
    <tr data-cause={cause.code}>
      <th scope="row">
        {words}
        <span className="cause-state">{cause.isParked ? text.parked : text.waiting}</span>
      </th>
      <td>{cause.count}</td>
      <td>{new Date(cause.since).toLocaleString(context.locale)}</td>
      <td>
        {fix} {cause.isParked && <span className="owner">{strings.owners[owner]}</span>}
      </td>
      <td>
        <Button name="replay" isBusy={isBusy} onClick={() => void replay()}>
          {text.replay(cause.count)}
        </Button>
        <span role="status">{outcome}</span>
      </td>
    </tr>
  );
};

export interface WorkProps {
  causes: readonly WaitingCause[];
  context: SetupContext;
  onChanged: () => Promise<void>;
}

/** What waits, by cause; everything of one cause can be done again at once. */
export const Work = ({ causes, context, onChanged }: WorkProps): React.ReactElement => (
  <section aria-labelledby="work-title">
    <h2 id="work-title">{text.title}</h2>
    {causes.length === 0 ? (
      <p>{text.none}</p>
    ) : (
      <div className="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.cause}</th>
              <th scope="col">{text.count}</th>
              <th scope="col">{text.since}</th>
              <th scope="col">{text.whatToDo}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {causes.map((cause) => (
              <CauseRow key={`${cause.code} ${String(cause.isParked)}`} {...{ cause, context, onChanged }} />
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
);
