/* global document */
document.getElementById("back").submit();
