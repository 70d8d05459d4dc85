/* global module */

// Without module paths in comments there is no bundle.js.LICENSE.txt that would have to ship beside each bundle.
module.exports = { performance: { hints: false }, output: { pathinfo: false } };
