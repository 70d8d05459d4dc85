type Attribute = Xrm.Attributes.Attribute;
type AttributeValue = ReturnType<Attribute["getValue"]>;

/**
 * Reads the record again, unless the form holds edits: a refresh takes the server's values, and the next save refreshes anyway.
 * What the seller types while the server answers is put back, for the platform would replace it too.
 */
export const refreshRecord = async (form: Xrm.FormContext): Promise<void> => {
  if (form.data.getIsDirty()) return;
  const typed = watchEdits(form);
  try {
    await form.data.refresh(false);
  } catch {
    // The platform has already told the seller that the record could not be read.
  }
  for (const [attribute, value] of typed.stop()) if (attribute.getValue() !== value) attribute.setValue(value);
};

/** Values typed from now on. The platform tells of a value that came from the server too, but that one is not dirty. */
const watchEdits = (form: Xrm.FormContext): { stop: () => ReadonlyMap<Attribute, AttributeValue> } => {
  const edits = new Map<Attribute, AttributeValue>();
  const note = (context: Xrm.Events.EventContext): void => {
    const attribute = context.getEventSource() as Attribute;
    if (attribute.getIsDirty()) edits.set(attribute, attribute.getValue());
  };
  const attributes = form.data.entity.attributes.get();
  for (const attribute of attributes) attribute.addOnChange(note);
  return {
    stop: () => {
      for (const attribute of attributes) attribute.removeOnChange(note);
      return edits;
    },
  };
};
