import type { IncomingMessage, ServerResponse } from "node:http";
import { english, type UserLanguage } from "../dataverse/languages";
import { DataverseError } from "../dataverse/OrganizationService";
import { createClientRoute } from "./server/clientBundle";
import { createControlRoute } from "./server/controlFiles";
import { failure, type FormAnswer, type FormRequest, type Route } from "./server/FormRequest";
import { pageRoute } from "./server/page";
import { sendAnswer } from "./server/sendAnswer";
import { createStaticRoute } from "./server/staticFiles";
import { createTenantRoute, type TenantRouteOptions } from "./server/tenantRoute";
import { createWebResourceRoute } from "./server/webResources";

export interface FormHostOptions extends TenantRouteOptions {
  /** Folder of package.json and node_modules. */
  root: string;
  /** systemuser whom a page works as that sends this cookie header. */
  userOf: (cookies: string | undefined) => Promise<string>;
  /** The language that such a page shows. @default English */
  languageOf?: (cookies: string | undefined) => UserLanguage;
}

/** Answers a request and says true, or leaves it untouched and says false when the address is not one of its own. */
export type FormHost = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

async function answer(routes: readonly Route[], request: FormRequest): Promise<FormAnswer | null> {
  try {
    for (const route of routes) {
      const found = await route(request);
      if (found) return found;
    }
    return null;
  } catch (error) {
    if (error instanceof DataverseError) return failure(error.httpStatus, error.code, error.message);
    throw error;
  }
}

/** Decoded path of a request; null when it is not well-formed. */
function pathOf({ url = "/" }: IncomingMessage): string | null {
  try {
    return decodeURIComponent(new URL(url, "http://tenant").pathname);
  } catch {
    return null;
  }
}

/** The browser side of the tenant: app page, forms, views, web resources and controls, all out of the organization service. */
export function createFormHost({ root, userOf, languageOf = () => english, ...options }: FormHostOptions): FormHost {
  const routes = [
    pageRoute,
    createStaticRoute(root),
    createClientRoute(root),
    createTenantRoute(options),
    createWebResourceRoute(options.service),
    createControlRoute(options.service),
  ];
  return async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const path = pathOf(request);
    const { cookie } = request.headers;
    const found =
      path === null ? null : await answer(routes, { path, userId: await userOf(cookie), language: languageOf(cookie) });
    if (found) sendAnswer(response, found);
    return found !== null;
  };
}
