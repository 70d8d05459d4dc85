/**
 * No import goes round in circles, not even one of types: what is in a circle can be read, tested and moved as a whole only. The
 * simulator's world, into which its laws and its history look back, is such a whole.
 */
module.exports = {
  forbidden: [{ name: "no-circular", severity: "error", from: {}, to: { circular: true } }],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^test/simulation/|/generated/" },
  },
};
