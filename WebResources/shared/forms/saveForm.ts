/** Saves the form; false where nothing was saved: the platform, or a script that asked before it, has told the seller why. */
export const saveForm = async (form: Xrm.FormContext): Promise<boolean> => {
  try {
    await form.data.save();
    return true;
  } catch {
    return false;
  }
};
