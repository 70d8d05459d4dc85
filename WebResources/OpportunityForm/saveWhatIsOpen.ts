/** Saves what is open; false where the record was not saved, which the platform has already told the seller. */
export const saveWhatIsOpen = async (form: Xrm.FormContext): Promise<boolean> => {
  if (!form.data.getIsDirty()) return true;
  try {
    await form.data.save();
    return true;
  } catch {
    return false;
  }
};
