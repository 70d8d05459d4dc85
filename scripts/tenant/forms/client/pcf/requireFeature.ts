import type { ComponentSite } from "./ComponentSite";

/** Wraps the functions of a feature: they work only when the manifest says that the component uses it. */
export function requireFeature<Members extends object>(
  { loaded }: ComponentSite,
  feature: string,
  members: Members,
): Members {
  if (loaded.manifest.features.includes(feature)) return members;
  const refuse = (): never => {
    throw new Error(`${loaded.name} calls ${feature}, but its manifest has no <uses-feature name="${feature}"/>.`);
  };
  return Object.fromEntries(Object.keys(members).map((name) => [name, refuse])) as Members;
}
