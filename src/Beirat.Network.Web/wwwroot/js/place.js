// What somebody types in holds still while the page changes above it.

/** The field below the posts stays where it is while somebody types in it. Otherwise browsers hold what is read by themselves. */
export function keepPlace(change) {
  const box = document.getElementById("beitrag-formular")?.contains(document.activeElement) ? document.activeElement : null;
  const before = box?.getBoundingClientRect();
  // Out of sight there is nothing to hold, and a page that glides to the field must not be stopped on its way.
  if (!before || before.bottom < 0 || before.top > innerHeight) { change(); return; }
  const page = document.documentElement;
  page.style.overflowAnchor = "none";
  change();
  scrollBy({ top: box.getBoundingClientRect().top - before.top, behavior: "instant" });
  requestAnimationFrame(() => { page.style.overflowAnchor = ""; });
}
