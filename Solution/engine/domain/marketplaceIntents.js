import { choices } from "./schema";
/** Type of the attribute that carries the intent on the wire. */
export const intentAttributeType = "CustomerMarketplaceIntent";
/** Wire ids. `HaveNotDecided` is documented; `Yes` and `No` follow the bulk template's values. */
export const intentIds = {
    yes: "Yes",
    no: "No",
    haveNotDecided: "HaveNotDecided",
};
const names = Object.keys(intentIds);
/** The intent behind a value of Customer Marketplace Intent; null for blank. */
export const toMarketplaceIntent = (choice) => { var _a; return (_a = names.find((name) => choices.customerMarketplaceIntent[name] === choice)) !== null && _a !== void 0 ? _a : null; };
export const parseIntentId = (id) => { var _a; return (_a = names.find((name) => intentIds[name].toLowerCase() === id.toLowerCase())) !== null && _a !== void 0 ? _a : null; };
