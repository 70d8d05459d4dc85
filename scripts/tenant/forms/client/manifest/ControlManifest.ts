/** What ControlManifest.xml says about a code component. */
export interface ControlManifest {
  namespace: string;
  constructorName: string;
  version: string;
  controlType: "standard" | "virtual";
  properties: ManifestProperty[];
  dataSets: string[];
  events: string[];
  /** Path of the bundle inside the control's folder. */
  code: string;
  styleSheets: string[];
  strings: string[];
  /** Libraries the bundle takes from the page instead of bringing them along. */
  platformLibraries: { name: string; version: string }[];
  /** Of `<uses-feature>`, such as `WebAPI` or `Device.captureImage`. */
  features: string[];
}

export interface ManifestProperty {
  name: string;
  /** Such as `SingleLine.Text`; of a type group: the types it stands for. */
  types: string[];
  usage: "bound" | "input" | "output";
  isRequired: boolean;
  defaultValue: string | null;
}
