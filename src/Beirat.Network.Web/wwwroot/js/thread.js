// Live updates of a thread. Without this file everything works by form and reload.
// The server sends finished HTML; this file only puts it in its place, in order, once.

import { keepPlace } from "./place.js";
import { actions, sendMark } from "./post-actions.js";
import { forgetAll, forgetWriter, sayWriting, showReaders, showWriter } from "./presence.js";

const list = document.getElementById("beitraege");
const news = document.getElementById("neuigkeiten");
const state = document.getElementById("verbindung");
const form = document.getElementById("beitrag-formular");
const marks = document.getElementById("hilfreich");
const text = list.dataset;
const discussion = text.discussion;
const follows = text.newest === "true";
const newPosts = JSON.parse(text.textNew);
/** How long an answer may take, in milliseconds. */
const patience = 20000;
const plural = new Intl.PluralRules(document.documentElement.lang);

let last = Number(text.last);
let unseen = 0;
let firstNew = 0;
let fetching = null;
let wanted = null;
let live = false;
let ended = false;
let wire = null;
let telling = null;

/** Turns a fragment of the server into an element; scripts in it would not run, and there are none. */
function element(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.querySelector("article");
}

function mark(article) {
  if (text.own && article.dataset.account === text.own) article.classList.add("post-own");
}

/** Shows a post that is new or changed. False: posts before it are missing. */
function show(sequence, html) {
  const present = document.getElementById(`beitrag-${sequence}`);
  const article = element(html);
  if (!article) return true;
  mark(article);
  if (present) {
    // Put anew only when it changed: a replaced element loses what somebody has selected in it.
    if (present.outerHTML !== article.outerHTML) present.replaceWith(article);
    return true;
  }
  if (!follows || sequence <= last) return true;
  if (sequence > last + 1) return false;
  const item = document.createElement("li");
  const folded = text.folded?.split(" ").includes(article.dataset.account);
  item.append(folded ? fold(article, sequence) : article);
  if (marks) item.append(actions(article, sequence, text.own));
  keepPlace(() => list.append(item));
  forgetWriter(article.dataset.account);
  last = sequence;
  document.getElementById("leer")?.remove();
  if (!folded && (!text.own || article.dataset.account !== text.own)) announce(sequence);
  return true;
}

/** What people wrote whose posts the reader wants folded: there, but closed, and nothing is said of it. */
function fold(article, sequence) {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  details.className = "post-folded";
  summary.textContent = text.textFolded.replace("{0}", sequence);
  details.append(summary, article);
  return details;
}

/** Says how many posts are new, politely: those that come together are told together. */
function announce(sequence) {
  if (unseen === 0) firstNew = sequence;
  unseen += 1;
  telling ??= setTimeout(() => { telling = null; tellNews(); }, news.childElementCount === 0 ? 0 : 2000);
}

function tellNews() {
  if (unseen === 0) return;
  const sentence = (newPosts[plural.select(unseen)] ?? newPosts.other).replace("{0}", unseen);
  const jump = document.createElement("a");
  jump.href = `#beitrag-${firstNew}`;
  jump.textContent = sentence;
  jump.addEventListener("click", () => { unseen = 0; news.replaceChildren(); });
  keepPlace(() => news.replaceChildren(jump));
}

/** Fetches what is missing until it is there. Calls that overlap share one run, and what they want is looked at after what is under way. */
function catchUp(from = last) {
  wanted = Math.min(wanted ?? from, from);
  fetching ??= (async () => {
    try {
      for (let attempt = 0; wanted !== null && !ended;) {
        const after = wanted;
        wanted = null;
        try {
          await fetchAfter(after);
          attempt = 0;
        } catch {
          wanted = Math.min(wanted ?? after, after);
          // Without a connection the next one asks again.
          if (!live) return;
          await wait(pause(attempt));
          attempt += 1;
        }
      }
    } finally {
      // In the same step as the last look at what is wanted: nothing can be asked for in between.
      fetching = null;
    }
  })();
  return fetching;
}

/** Shows all posts after a number, page by page. Fails when an answer is refused or takes too long. */
async function fetchAfter(after) {
  for (;;) {
    const answer = await fetch(`/api/diskussionen/${discussion}/beitraege?nach=${after}&anzahl=100`, { headers: { accept: "application/json" }, signal: AbortSignal.timeout(patience) });
    if (answer.status === 404) { leave(); return; }
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const { items } = await answer.json();
    for (const item of items) show(item.sequence, item.html);
    if (items.length < 100) return;
    after = items.at(-1).sequence;
  }
}

/** After a break the posts that are shown may have been changed or taken back meanwhile: they are looked at again, too. */
function catchUpAll() {
  const first = Number(list.querySelector("article")?.dataset.sequence ?? last + 1);
  return catchUp(Math.min(first - 1, last));
}

/** The thread is not there for this reader any more: its words go, what was typed stays. */
function leave() {
  ended = true;
  const typed = form?.elements["Entry.Text"]?.value;
  wire?.stop();
  if (!typed) { location.reload(); return; }
  list.replaceChildren();
  forgetAll();
  news.replaceChildren();
  state.textContent = "";
  const box = document.getElementById("weg");
  const again = document.createElement("a");
  again.href = location.href;
  again.textContent = box.dataset.textLink;
  box.hidden = false;
  box.append(`${box.dataset.text} `, again);
}

async function receive(push) {
  if (push.discussionId !== discussion) return;
  if (!show(push.sequence, push.html)) await catchUp();
}

function tell(connected) {
  live = connected;
  state.textContent = connected ? text.textOn : text.textOff;
}

function pause(attempt) {
  return Math.min(30000, 500 * 2 ** attempt) * (0.75 + Math.random() / 2);
}

/** Waits, but not when the reader comes back to the page or the network does. */
function wait(time) {
  return new Promise((resolve) => {
    const go = () => { clearTimeout(timer); removeEventListener("online", go); document.removeEventListener("visibilitychange", go); resolve(); };
    const timer = setTimeout(go, time);
    addEventListener("online", go);
    document.addEventListener("visibilitychange", go);
  });
}

/** Keeps trying for ever: a page left open over a night comes back by itself. One loop owns the connection, so that no end of it goes unseen. */
async function connect() {
  const connection = new signalR.HubConnectionBuilder().withUrl("/live").configureLogging(signalR.LogLevel.None).build();
  const here = (handle) => (push) => { if (push.discussionId === discussion) handle(push); };
  let over = () => {};
  wire = connection;
  connection.on("post", receive);
  connection.on("catchUp", here(catchUpAll));
  connection.on("gone", here(leave));
  connection.on("readers", here((push) => showReaders(push.readers, text.own)));
  connection.on("writing", here((push) => showWriter(push.reader)));
  connection.onclose(() => over());
  // The wire itself notices a lost network only after half a minute.
  addEventListener("offline", () => tell(false));
  addEventListener("online", () => { if (connection.state === signalR.HubConnectionState.Connected) { tell(true); catchUpAll(); } });
  for (let attempt = 0; !ended; attempt += 1) {
    const closed = new Promise((resolve) => { over = resolve; });
    const tooLong = setTimeout(() => connection.stop(), patience);
    try {
      await connection.start();
      await connection.invoke("Watch", discussion);
      clearTimeout(tooLong);
      const since = Date.now();
      tell(true);
      catchUpAll();
      await closed;
      // One that is cut again and again is tried less and less often.
      if (Date.now() - since > patience) attempt = -1;
    } catch (fault) {
      clearTimeout(tooLong);
      await connection.stop();
      // Signed out over the night, or not for this reader any more: the API knows, and trying on would not help.
      if (String(fault?.message).includes("not found")) await catchUp();
    }
    if (ended) return;
    forgetAll();
    tell(false);
    await wait(pause(Math.max(attempt, 0)));
  }
}

/** Sends the form without leaving the page. The server's words are shown at their field; what was typed stays until it is saved. */
function enhance() {
  const box = document.getElementById("text");
  const fault = document.getElementById("sende-fehler");
  const draft = `entwurf-${discussion}`;
  if (!box.value) box.value = sessionStorage.getItem(draft) ?? "";
  box.addEventListener("input", () => {
    sessionStorage.setItem(draft, box.value);
    if (live && box.value) sayWriting(wire, discussion);
  });
  form.addEventListener("submit", async (event) => {
    // A draft, files or a question go the plain way.
    if (!follows || event.submitter?.name || form.elements["Entry.Asked"]?.value || form.elements["Entry.File"]?.files.length) return;
    event.preventDefault();
    const button = form.querySelector("button:not([name])");
    button.disabled = true;
    fault.textContent = "";
    box.removeAttribute("aria-invalid");
    const data = new FormData(form);
    try {
      const answer = await fetch(`/api/diskussionen/${discussion}/beitraege`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({
          text: data.get("Entry.Text"), language: data.get("Entry.Language"), capacity: data.get("Entry.Capacity"), key: data.get("Entry.Key"),
        }),
      });
      if (answer.status === 401) { form.submit(); return; }
      if (!answer.ok) {
        const problem = await answer.json().catch(() => ({}));
        fault.textContent = Object.values(problem.errors ?? {}).flat().join(" ") || problem.title || text.textFailed;
        box.setAttribute("aria-invalid", "true");
        box.focus();
        return;
      }
      const { sequence } = await answer.json();
      box.value = "";
      sessionStorage.removeItem(draft);
      form.dispatchEvent(new CustomEvent("gesendet"));
      form.elements["Entry.Key"].value = crypto.randomUUID();
      if (last < sequence) await catchUp();
      document.getElementById(`beitrag-${sequence}`)?.scrollIntoView({ block: "nearest" });
      news.textContent = text.textSent;
      unseen = 0;
    } catch {
      fault.textContent = text.textFailed;
    } finally {
      button.disabled = false;
    }
  });
}

list.querySelectorAll("article").forEach(mark);
if (form) enhance();
marks?.addEventListener("submit", (event) => sendMark(event, live, (words) => { news.textContent = words ?? text.textFailed; }));
if (window.signalR) connect();
else addEventListener("DOMContentLoaded", connect);
