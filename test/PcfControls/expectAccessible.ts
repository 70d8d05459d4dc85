import axe from "axe-core";

// jsdom has no canvas; axe asks for one to recognise icon fonts, and these controls use none.
HTMLCanvasElement.prototype.getContext = () => null;

/** Fails with the rule and the element when axe finds a violation. Colours need a real browser and are checked there. */
export const expectAccessible = async (element: Element): Promise<void> => {
  const { violations, passes } = await axe.run(element, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  expect(passes.length).toBeGreaterThan(0);
};
