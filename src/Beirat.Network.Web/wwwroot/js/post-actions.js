// What a reader does with a post. Without this file the buttons of the page do the same by form and reload.

const marks = document.getElementById("hilfreich");
const { discussion } = document.getElementById("beitraege").dataset;

/** What can be done with a post that came just now: what is done often at once, the rest on the page anew. */
export function actions(article, sequence, own) {
  const line = document.createElement("div");
  line.className = "post-actions";
  if (article.dataset.account !== own) line.append(markButton(article.dataset.id));
  const here = `/diskussionen/${discussion}?beitrag=${sequence}`;
  if (document.getElementById("beitrag-formular")) {
    const quote = link(`${here}&zitat=${sequence}#text`, marks.dataset.textQuote, article);
    quote.dataset.zitat = sequence;
    line.append(quote);
  }
  line.append(link(`${here}#beitrag-${sequence}`, marks.dataset.textMore, article));
  return line;
}

function link(address, words, article) {
  const made = document.createElement("a");
  const which = document.createElement("span");
  made.href = address;
  which.className = "visually-hidden";
  which.textContent = ` (${article.getAttribute("aria-label")})`;
  made.append(words, which);
  return made;
}

/** The button by which somebody says that a post helped. The form beside the list carries the token. */
function markButton(post) {
  const button = document.createElement("button");
  button.className = "button button-quiet";
  button.setAttribute("form", marks.id);
  button.append(document.createElement("span"));
  setMark(button, `/diskussionen/${discussion}/beitraege/${post}/hilfe`, false);
  return button;
}

function setMark(button, address, marked) {
  button.dataset.hilfe = marked ? "weg" : "da";
  button.formAction = marked ? `${address}/entfernung` : address;
  button.firstElementChild.textContent = marked ? marks.dataset.textUnmark : marks.dataset.textMark;
}

/** Marks without leaving the page; the number at the post comes by the live connection, so without one the form is sent as it is. */
export async function sendMark(event, live, tell) {
  const button = event.submitter;
  if (!button?.dataset.hilfe || !live) return;
  event.preventDefault();
  button.disabled = true;
  const marked = button.dataset.hilfe === "da";
  try {
    const answer = await fetch(button.formAction, { method: "POST", body: new URLSearchParams(new FormData(marks)), redirect: "manual" });
    if (answer.type !== "opaqueredirect") { location.reload(); return; }
    setMark(button, button.formAction.replace(/\/entfernung$/, ""), marked);
    tell(marked ? marks.dataset.textMarked : marks.dataset.textUnmarked);
  } catch {
    tell();
  } finally {
    button.disabled = false;
  }
}
