import { parseShape } from "../referrals/parseShape";
import { referralMember } from "../referrals/referralShape";
import { refuseRequest } from "../referrals/refuse";
import { instant, list, number, record, text, type ShapeValue } from "../referrals/Shape";
import { compact } from "../referrals/compact";
import { changeSide, type Content, type SellerAction } from "./SellerAction";
import { tidyFields } from "./tidyFields";

const edit = record({
  dealValue: number,
  currency: text,
  closingDateTime: instant,
  notes: text,
  /** All members; the page sends one more instead, in the four fields below. */
  team: list(referralMember),
  firstName: text,
  lastName: text,
  email: text,
  phoneNumber: text,
});

type Member = ShapeValue<typeof referralMember>;

/** Changes what a seller may change of a deal that is not closed; fields left out stay. */
export const editReferral: SellerAction = (state, seller, referralId, fields) => {
  const parsed = parseShape(edit, tidyFields(fields), { unknownProperties: "refused" });
  if (parsed.kind === "problem")
    return refuseRequest("valueNotAccepted", `${parsed.path} ${parsed.words}.`, parsed.path);
  const { team, firstName, lastName, email, phoneNumber, ...details } = parsed.value;
  const joins = email === undefined ? [] : [compact<Member>({ firstName, lastName, email, phoneNumber })];
  return changeSide(state, seller, referralId, (content): { content: Content } => ({
    content: {
      ...content,
      details: { ...content.details, ...details },
      team: [...(team ?? content.team ?? []), ...joins],
    },
  }));
};
