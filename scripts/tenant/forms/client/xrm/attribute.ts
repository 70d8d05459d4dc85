import type { PageColumn, RequiredLevel, SubmitMode } from "../page/PageColumn";
import type { Handler } from "../page/HandlerList";
import type { Session } from "../session/Session";
import { assertValue, attributeTypeOf, formatOf, fromXrmValue, toXrmValue } from "./attributeValue";
import { createChoiceMembers } from "./choiceAttribute";
import { collection } from "./collection";
import { onlySupported } from "./onlySupported";
import type { AttributeFacade, ControlFacade } from "./FormFacades";

/** Members some types of attributes have and others lack, here as in Dynamics 365. */
const membersOfSomeTypes = new Set([
  ...["getMin", "getMax", "getPrecision", "getMaxLength", "getInitialValue"],
  ...["getOptions", "getOption", "getSelectedOption", "getText"],
]);

const privilege = { canRead: true, canUpdate: true, canCreate: true };

function createNumberMembers({ metadata }: PageColumn) {
  return {
    getMin: () => metadata.minValue ?? null,
    getMax: () => metadata.maxValue ?? null,
    getPrecision: () => metadata.precision ?? 0,
  };
}

function membersByType(column: PageColumn): object {
  switch (column.metadata.type) {
    case "int":
    case "decimal":
    case "float":
    case "money":
      return createNumberMembers(column);
    case "nvarchar":
    case "ntext":
      return { getMaxLength: () => column.metadata.maxLength ?? 0 };
    case "bit":
    case "picklist":
    case "state":
    case "status":
    case "multiselectpicklist":
      return createChoiceMembers(column);
    default:
      return {};
  }
}

function createCommonMembers(session: Session, column: PageColumn) {
  return {
    getName: () => column.name,
    getAttributeType: () => attributeTypeOf(column.metadata),
    getFormat: () => formatOf(column.metadata),
    getIsDirty: () => column.isDirty,
    getParent: () => session.formContext.data.entity,
    getRequiredLevel: () => column.requiredLevel,
    setRequiredLevel: (level: RequiredLevel) => column.update({ requiredLevel: level }),
    getSubmitMode: () => column.submitMode,
    setSubmitMode: (mode: SubmitMode) => column.update({ submitMode: mode }),
    getUserPrivilege: () => privilege,
    isValid: () => true,
  };
}

/** The Client API's view of a column; members beyond the common ones depend on the column's type. */
export function createAttribute(
  session: Session,
  column: PageColumn,
  controls: () => ControlFacade[],
): AttributeFacade {
  const path = `attribute(${column.name})`;
  const members = {
    ...createCommonMembers(session, column),
    ...membersByType(column),
    controls: collection(`${path}.controls`, controls, (control) => control.getName()),
    getValue: () => toXrmValue(column.value),
    setValue: (value: unknown) => {
      assertValue(column.metadata, value);
      column.set(fromXrmValue(value));
    },
    addOnChange: (handler: Handler) => column.onChange.add(handler),
    removeOnChange: (handler: Handler) => column.onChange.remove(handler),
    fireOnChange: () => session.run(column.onChange, {}, facade),
  };
  const facade: AttributeFacade = onlySupported(path, members, membersOfSomeTypes);
  return facade;
}
