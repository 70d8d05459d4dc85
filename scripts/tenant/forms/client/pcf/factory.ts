import { onlySupported } from "../xrm/onlySupported";
import type { ComponentSite } from "./ComponentSite";

/** `context.factory`. */
export const createFactory = ({ requestRender }: ComponentSite) => onlySupported("context.factory", { requestRender });
