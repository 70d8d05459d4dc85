import * as React from "react";
import { transferMapping, type MappingChange } from "../../mapping/Mapping";
import type { SetupClient } from "../../SetupClient";
import { strings } from "../../strings";
import { Button } from "../Button";
import { Problems } from "./Problems";

const text = strings.mapping;

const labelOf = (name: string): string => (text.fieldNames as Readonly<Record<string, string>>)[name] ?? name;

const toSummary = ({ kind, changes }: MappingChange): string =>
  kind === "shown" && changes.length === 0 ? text.changesNothing : text.kinds[kind](changes.length);

const Changes = ({ changes }: Pick<MappingChange, "changes">): React.ReactElement => (
  <ul className="list">
    {changes.map(({ key, kind, fields }) => (
      <li key={key} data-change={key}>
        {text.changes[kind](key, Object.keys(fields).map(labelOf).join(", "))}
      </li>
    ))}
  </ul>
);

/** Takes the field map of another environment: shows first what that changes, and writes all of it or nothing. */
export const ImportMapping = ({
  client,
  onChanged,
}: {
  client: SetupClient;
  onChanged: () => Promise<void>;
}): React.ReactElement => {
  const [file, setFile] = React.useState("");
  const [change, setChange] = React.useState<MappingChange | null>(null);
  const [words, setWords] = React.useState("");
  const transfer = async (content: string, isDryRun: boolean): Promise<void> => {
    setWords(isDryRun ? text.checking : strings.saving);
    const reply = await transferMapping(client, content, isDryRun);
    setChange(reply.kind === "done" ? reply.value : null);
    setWords(reply.kind === "done" ? reply.value.words : reply.words);
    if (!isDryRun) await onChanged();
  };
  const read = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const content = await chosen.text();
    setFile(content);
    await transfer(content, true);
  };
  return (
    <details data-import-mapping>
      <summary>
        <span className="group-title">{text.import}</span>
      </summary>
      <div className="by-hand">
        <div className="field">
          <label htmlFor="field-mappingFile">{text.file}</label>
          <input
            id="field-mappingFile"
            type="file"
            accept="application/json,.json"
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </div>
        <div role="status" data-status="importMapping">
          {words}
          {change !== null && change.words === "" && toSummary(change)}
          <Problems problems={change?.problems ?? []} />
        </div>
        {change !== null && <Changes changes={change.changes} />}
        {change?.kind === "shown" && change.changes.length > 0 && (
          <p className="actions">
            <Button name="importMapping" isPrimary onClick={() => void transfer(file, false)}>
              {text.apply}
            </Button>
          </p>
        )}
      </div>
    </details>
  );
};
