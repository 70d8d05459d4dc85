import * as React from "react";

/** A web resource as a page of the app: it stands in a frame and finds the Client API at `parent.Xrm`. */
export const WebResourcePage: React.FC<{ name: string; title: string }> = ({ name, title }) => (
  <iframe className="web-resource-page" src={`/WebResources/${name}`} title={title} data-web-resource={name} />
);
