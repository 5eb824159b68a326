// Sets light or dark before the first paint; a file of its own, because the policy allows no inline script.
(function () {
  var kept;
  try {
    kept = localStorage.getItem("lantoa-scheme");
  } catch {
    kept = null;
  }
  var dark = kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-scheme", dark ? "dark" : "light");
})();
