/* global document, getSelection, fetch, location, DOMParser, setInterval */
// Keeps an open page current. It waits while somebody works inside the page, so that focus and selection stay put.
const everyMs = 2000;

async function refresh() {
  const main = document.getElementById("main");
  if (document.hidden || main.contains(document.activeElement) || !getSelection().isCollapsed) return;
  const response = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("main");
  if (fresh.innerHTML !== main.innerHTML) main.replaceChildren(...fresh.childNodes);
}

// A sandbox that was stopped answers nothing: the page stays as it is and tries again.
setInterval(() => refresh().catch(() => undefined), everyMs);
