import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { english } from "../tenant/dataverse/languages";
import type { FormCatalogue } from "../tenant/forms/FormCatalogue";
import { createBundleRoute } from "../tenant/forms/server/clientBundle";
import { describeTable } from "../tenant/forms/server/describeTable";
import { failure, json, notFound, type FormAnswer, type Route } from "../tenant/forms/server/FormRequest";
import { inUserLanguage } from "../tenant/forms/server/inUserLanguage";
import { htmlPage } from "../tenant/forms/server/page";
import { sendAnswer } from "../tenant/forms/server/sendAnswer";
import { galleryItems } from "./states/galleryItems";

export interface GalleryHostOptions {
  /** Folder of package.json and node_modules. */
  root: string;
  /** Names and labels that controls show. */
  catalogue: FormCatalogue;
}

const client = "/gallery/client/";

const pageRoute: Route = async ({ path }) => {
  if (path === "/gallery") return htmlPage("Gallery", `${client}contents`);
  return path === "/gallery/show" ? htmlPage("Gallery", `${client}show`) : null;
};

/** `/gallery/tables/<language>/<table>`: a table as its users read it. */
const createTableRoute =
  (catalogue: FormCatalogue): Route =>
  async ({ path }) => {
    const [, languageId, table] = /^\/gallery\/tables\/(\d+)\/(\w+)$/.exec(path) ?? [];
    if (languageId === undefined || table === undefined) return null;
    const description = describeTable(inUserLanguage(catalogue, Number(languageId)), table);
    return description ? json(description) : notFound(`The table "${table}"`);
  };

/** Which page in which state asks: it was opened with `?gallery=<moment>/<page>/<state>`. */
const asker = /[?&]gallery=(\d+)\/(\w+)\/([\w-]+)/;

/** What a page of the gallery is answered by the Web API; null for whoever else asks. */
const answerPage = (path: string, referer: string): FormAnswer | "never" | null => {
  const [, moment, pageId, stateId] = asker.exec(referer) ?? [];
  const [, name] = /^\/api\/data\/v9\.2\/(\w+)/.exec(path) ?? [];
  if (moment === undefined || name === undefined) return null;
  const page = galleryItems(Number(moment)).find(({ id }) => id === pageId);
  const state = page?.kind === "page" ? page.states.find(({ id }) => id === stateId) : undefined;
  const answer = state?.answers[name];
  if (answer === null) return "never";
  if (answer === "forbidden") return failure(403, "0x80040220", "The user lacks a privilege.");
  if (answer === undefined) return notFound(`The answer of ${name} in this state`);
  return json(Array.isArray(answer) ? { value: answer } : answer);
};

/**
 * Answers a request below `/gallery`, or of a page that the gallery shows, and says true; leaves others untouched. Files of controls
 * and pages are the tenant's own.
 */
export const createGalleryHost = ({ root, catalogue }: GalleryHostOptions) => {
  const routes: readonly Route[] = [
    pageRoute,
    createBundleRoute({
      prefix: client,
      folder: join(root, "scripts/gallery/client"),
      entryPoints: { contents: "contents.tsx", show: "show.ts" },
    }),
    createTableRoute(catalogue),
  ];
  const answerPath = async (path: string): Promise<FormAnswer | null> => {
    for (const route of routes) {
      const answer = await route({ path, userId: "", language: english });
      if (answer) return answer;
    }
    return null;
  };
  return async ({ url = "/", headers }: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { pathname: path } = new URL(url, "http://gallery");
    const answer = answerPage(path, headers.referer ?? "") ?? (await answerPath(path));
    if (answer !== null && answer !== "never") sendAnswer(response, answer);
    return answer !== null;
  };
};
