// The header's copies of columns open a flyout; the column in the body is the one a seller recognises.
const headerPrefix = "header_";

type FocusableControl = Xrm.Controls.Control & Partial<Xrm.Controls.UiFocusable>;

const candidates = (form: Xrm.FormContext, name: string): FocusableControl[] => {
  const ofColumn: FocusableControl[] = form.getAttribute(name)?.controls.get() ?? [];
  const byName = form.getControl<FocusableControl>(name);
  return byName && ofColumn.length === 0 ? [byName] : ofColumn;
};

const isInHeader = (control: FocusableControl): boolean => control.getName().startsWith(headerPrefix);

/**
 * Opens the tab that holds a column (or a grid) and puts the focus there.
 * False when the form does not show it, so that the caller can say so.
 */
export const goToField = (form: Xrm.FormContext, name: string): boolean => {
  const shown = candidates(form, name).filter((control) => control.getVisible());
  const control = shown.find((candidate) => !isInHeader(candidate)) ?? shown[0];
  if (!control?.setFocus) return false;
  // Controls of the header have no section, hence no tab.
  const section = control.getParent() as Xrm.Controls.Section | null | undefined;
  section?.getParent().setFocus();
  control.setFocus();
  return true;
};
