import * as React from "react";
import { exportMapping, readMapping, type Mapping } from "../../mapping/Mapping";
import type { Reply } from "../../SetupClient";
import type { SetupContext } from "../../SetupContext";
import { strings } from "../../strings";
import { Button } from "../Button";
import { AddConstant } from "./AddConstant";
import { DealChooser } from "./DealChooser";
import { FieldList } from "./FieldList";
import { ImportMapping } from "./ImportMapping";

const text = strings.mapping;
const fileName = "field-mapping.json";

const save = (content: string, name: string): void => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** The field map: what goes where, what is wrong in it, and what it does with a deal. Read when somebody wants to see it. */
export const MappingSection = ({ context }: { context: SetupContext }): React.ReactElement => {
  const [reply, setReply] = React.useState<Reply<Mapping> | null>(null);
  const [deal, setDeal] = React.useState("");
  const [isBusy, setBusy] = React.useState(false);
  const { client } = context;
  const read = async (opportunityId: string): Promise<void> => {
    setBusy(true);
    setDeal(opportunityId);
    setReply(await readMapping(client, opportunityId));
    setBusy(false);
  };
  const download = async (): Promise<void> => {
    const exported = await exportMapping(client);
    if (exported.kind === "done") save(exported.value, fileName);
    else setReply(exported);
  };
  const changed = (): Promise<void> => read(deal);
  return (
    <section aria-labelledby="mapping-title" data-mapping aria-busy={isBusy}>
      <h2 id="mapping-title">{text.title}</h2>
      <p>{text.intro}</p>
      <p className="actions">
        <Button name="showMapping" isBusy={isBusy} onClick={() => void read(deal)}>
          {reply === null ? text.show : text.again}
        </Button>
        {reply?.kind === "done" && (
          <Button name="exportMapping" onClick={() => void download()}>
            {text.export}
          </Button>
        )}
      </p>
      {reply?.kind === "failed" && <p role="alert">{reply.words}</p>}
      {reply?.kind === "done" && (
        <>
          <DealChooser client={client} deal={deal} referral={reply.value.referral} onChoose={(id) => void read(id)} />
          <FieldList client={client} fields={reply.value.fields} onChanged={changed} />
          <AddConstant client={client} onChanged={changed} />
          <ImportMapping client={client} onChanged={changed} />
        </>
      )}
    </section>
  );
};
