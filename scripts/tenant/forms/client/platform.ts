interface Platform {
  FabricConfig: { iconBaseUrl: string; fontBaseUrl: string };
}

// Fluent asks a content network for icons and fonts as soon as it loads, unless told otherwise before.
(window as unknown as Platform).FabricConfig = { iconBaseUrl: "/tenant/static/fonts/", fontBaseUrl: "" };
