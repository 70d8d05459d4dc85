import { build as bundle } from "esbuild";

/** A code component that shows a score and raises it; built as pcf-scripts builds: React and Fluent are page globals. */
const source = `
  import * as React from "react";
  import { PrimaryButton } from "@fluentui/react";
  class Gauge {
    init(context, notify) { this.notify = notify; }
    updateView(context) {
      this.raw = context.parameters.score.raw ?? 0;
      return React.createElement("div", { className: "acme-gauge" },
        React.createElement("output", null, context.resources.getString("Score") + ": " + this.raw + " (" + context.parameters.topic.raw + ")"),
        React.createElement(PrimaryButton, { text: "Raise", disabled: context.mode.isControlDisabled, onClick: () => { this.raw += 1; this.notify(); } }),
        React.createElement("button", { onClick: () => context.events.onAskHelp({ column: "description" }) }, "Ask for help"),
      );
    }
    getOutputs() { return { score: this.raw }; }
    destroy() {}
  }
  window.ComponentFramework.registerControl("Acme.Gauge", Gauge);
`;

const manifest = `<?xml version="1.0" encoding="utf-8"?>
<manifest>
  <control namespace="Acme" constructor="Gauge" version="1.0.0" display-name-key="Gauge" control-type="virtual" api-version="1.3.18">
    <property name="score" display-name-key="Score" of-type="Whole.None" usage="bound" required="true"/>
    <property name="topic" display-name-key="Topic" of-type="SingleLine.Text" usage="bound" required="false"/>
    <event name="onAskHelp" display-name-key="Help"/>
    <resources>
      <code path="bundle.js" order="1"/>
      <css path="css/Gauge.css" order="2"/>
      <resx path="strings/Gauge.1033.resx" version="1.0.0"/>
    </resources>
    <feature-usage><uses-feature name="WebAPI" required="true"/></feature-usage>
    <built-by name="pac" version="1.51.1"/>
  </control>
</manifest>`;

const resx = `<?xml version="1.0" encoding="utf-8"?><root><data name="Score"><value>Deal score</value></data></root>`;

/** Files of the control by path, as they stand in a solution. */
export async function fixtureControl(): Promise<Record<string, string>> {
  const globals: Record<string, string> = { react: "Reactv16", "@fluentui/react": "FluentUIReactv81211" };
  const { outputFiles } = await bundle({
    stdin: { contents: source, loader: "js" },
    bundle: true,
    write: false,
    format: "iife",
    plugins: [
      {
        name: "page-globals",
        setup(build) {
          build.onResolve({ filter: /^(react|@fluentui\/react)$/ }, ({ path }) => ({ path, namespace: "page" }));
          build.onLoad({ filter: /.*/, namespace: "page" }, ({ path }) => ({
            contents: `module.exports = ${globals[path] ?? ""};`,
          }));
        },
      },
    ],
  });
  return {
    "ControlManifest.xml": manifest,
    "bundle.js": outputFiles[0]?.text ?? "",
    "css/Gauge.css": ".acme-gauge { display: flex; gap: 12px; align-items: center; }",
    "strings/Gauge.1033.resx": resx,
  };
}
