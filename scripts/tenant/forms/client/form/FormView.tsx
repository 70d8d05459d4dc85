import { Pivot, PivotItem, PrimaryButton } from "@fluentui/react";
import * as React from "react";
import { useSignal } from "../app/useSignal";
import { Field } from "../controls/Field";
import type { SectionModel } from "../formXml/FormModel";
import type { FormSession } from "../session/FormSession";

const Section: React.FC<{ session: FormSession; section: SectionModel }> = ({ session, section }) => (
  <section className="card" data-section={section.name}>
    {section.isLabelShown && <h3>{section.label}</h3>}
    {section.rows
      .flat()
      .map((cell) => cell.control && <Field key={cell.id} session={session} cell={cell} model={cell.control} />)}
  </section>
);

export const FormView: React.FC<{ session: FormSession }> = ({ session }) => {
  const { page } = session;
  useSignal(page.changed);
  const active = page.tabs.find(({ model }) => model.id === page.activeTabId);
  return (
    <main>
      <PrimaryButton text="Save" disabled={page.isBusy} onClick={() => void session.save("save")} />
      <h1>{page.title}</h1>
      <Pivot
        selectedKey={page.activeTabId}
        onLinkClick={(item) => page.update({ activeTabId: item?.props.itemKey ?? "" })}
      >
        {page.tabs.map(({ model, label }) => (
          <PivotItem key={model.id} itemKey={model.id} headerText={label} />
        ))}
      </Pivot>
      {active?.model.columns.flatMap(({ sections }) =>
        sections.map((section) => <Section key={section.id} session={session} section={section} />),
      )}
    </main>
  );
};
