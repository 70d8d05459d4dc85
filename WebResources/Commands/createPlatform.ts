import { toId } from "../../PcfControls/shared/deal/toId";
import { webResources } from "../../Solution/engine/domain/schema";
import type { Platform } from "./Platform";
import { strings } from "./strings";

const toastLastsMs = 5_000;
/** Of `Xrm.App.addGlobalNotification`: a line of success. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the enum of the types is not there at run time
const success = 1 as XrmEnum.AppNotificationLevel;
/** Of `Xrm.Navigation.navigateTo`: over the page. */
const dialog = 2;

/** {@link Platform} over the global `Xrm`; `ask` puts a question as the scripts of forms do. */
export const createPlatform = (ask: Platform["confirm"]): Platform => ({
  confirm: ask,
  alert: async (title, text) => {
    try {
      await Xrm.Navigation.openAlertDialog({ title, text, confirmButtonLabel: strings.ok });
    } catch {
      // Nobody is left to read it.
    }
  },
  askReason: async (request) => {
    const key = `${webResources.reason}#${Date.now()}`;
    const page: Xrm.Navigation.PageInputHtmlWebResource = {
      pageType: "webresource",
      webresourceName: webResources.reason,
      data: JSON.stringify({ ...request, key }),
    };
    const size = { width: { value: 440, unit: "px" }, height: { value: 470, unit: "px" } } as const;
    try {
      await Xrm.Navigation.navigateTo(page, { target: dialog, title: strings.reasonTitle[request.kind], ...size });
      const reason = sessionStorage.getItem(key);
      sessionStorage.removeItem(key);
      return reason;
    } catch {
      return null;
    }
  },
  chooseRow: async (tables) => {
    try {
      const [chosen] = await Xrm.Utility.lookupObjects({ entityTypes: [...tables], allowMultiSelect: false });
      const id = toId(chosen?.id ?? "");
      const table = tables.find((each) => each === chosen?.entityType);
      return id === null || table === undefined ? null : { id, table, name: chosen?.name ?? "" };
    } catch {
      return null;
    }
  },
  showProgress: (text) => {
    if (text === null) Xrm.Utility.closeProgressIndicator();
    else Xrm.Utility.showProgressIndicator(text);
  },
  openUrl: (url) => Xrm.Navigation.openUrl(url),
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
  tell: (message) => {
    void Xrm.App.addGlobalNotification({ type: 2, level: success, message, showCloseButton: true }).then((id) =>
      setTimeout(() => void Xrm.App.clearGlobalNotification(id), toastLastsMs),
    );
  },
});
