import * as React from "react";
import type { FormSession } from "../session/FormSession";

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** The form's tabs. Arrow keys walk, as in every tab list. */
export const TabStrip: React.FC<{ session: FormSession }> = ({ session }) => {
  const { page } = session;
  const tabs = page.tabs.filter(({ isVisible }) => isVisible);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    const index = tabs.findIndex(({ model }) => model.id === page.activeTabId);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (!next) return;
    session.openTab(next.model.id);
    document.getElementById(`tab-${next.model.id}`)?.focus();
  };
  return (
    <div className="tab-strip" role="tablist" aria-label="Form tabs">
      {tabs.map(({ model, label }) => {
        const isActive = model.id === page.activeTabId;
        return (
          <button
            key={model.id}
            type="button"
            role="tab"
            id={`tab-${model.id}`}
            data-tab={model.name}
            aria-selected={isActive}
            aria-controls={isActive ? `tabpanel-${model.id}` : undefined}
            tabIndex={isActive ? 0 : -1}
            className="tab"
            onClick={() => session.openTab(model.id)}
            onKeyDown={onKeyDown}
          >
            {label}
          </button>
        );
      })}
    </div>
  );
};
