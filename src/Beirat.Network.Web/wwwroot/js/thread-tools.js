// Drafts, quotations, names and the reading mark of a thread. Without this file all of it works by form and reload.
const list = document.getElementById("beitraege");
const form = document.getElementById("beitrag-formular");
const box = document.getElementById("text");
const api = `/api/diskussionen/${list.dataset.discussion}`;
const json = (address, body, signal) => fetch(address, { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body: JSON.stringify(body), signal });

/** Keeps what is being written, at most every few seconds. */
function keepDrafts() {
  const note = document.getElementById("entwurf-stand");
  let timer, running, kept = box.value;
  async function keep() {
    timer = undefined;
    const text = box.value;
    if (text === kept) return;
    running = new AbortController();
    try {
      const data = new FormData(form);
      const answer = await json(`${api}/entwurf`, { text, language: data.get("Entry.Language"), capacity: data.get("Entry.Capacity") }, running.signal);
      if (!answer.ok) return;
      kept = text;
      const { saved } = await answer.json();
      note.textContent = saved ? form.dataset.textKept.replace("{0}", saved) : "";
    } catch { /* The next pause in typing keeps it. */ }
  }
  const stop = () => { clearTimeout(timer); timer = undefined; running?.abort(); };
  box.addEventListener("input", () => { timer ??= setTimeout(keep, 4000); });
  form.addEventListener("submit", stop);
  form.addEventListener("gesendet", () => { stop(); kept = ""; note.textContent = ""; });
}

/** Puts somebody's words into the form, without leaving the page. */
async function quote(event) {
  const link = event.target.closest("a[data-zitat]");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  try {
    const page = await fetch(link.href.split("#")[0]);
    const text = new DOMParser().parseFromString(await page.text(), "text/html").getElementById("text");
    if (!text) throw new Error("no form");
    // The page holds the kept draft, too: only the quotation is new.
    const words = text.value.slice(text.value.lastIndexOf(`> [`));
    box.value = [box.value.trimEnd(), words].filter(Boolean).join("\n\n");
    box.dispatchEvent(new Event("input"));
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  } catch {
    location.assign(link.href);
  }
}

/** Offers names after an "@". */
function offerNames() {
  const names = document.createElement("ul");
  const status = document.createElement("p");
  Object.assign(names, { id: "namen", className: "suggest", role: "listbox", hidden: true });
  Object.assign(status, { className: "visually-hidden", role: "status" });
  box.after(names, status);
  box.setAttribute("aria-controls", "namen");
  let timer, asked, active = -1;
  const typed = () => /(?:^|[\s(])@([\p{L}\p{M}'’-]{2,}(?: [\p{L}\p{M}'’-]*)?)$/u.exec(box.value.slice(0, box.selectionStart))?.[1];
  const close = () => { clearTimeout(timer); asked?.abort(); names.hidden = true; names.replaceChildren(); active = -1; box.removeAttribute("aria-activedescendant"); status.textContent = ""; };
  const mark = (index) => {
    active = index;
    [...names.children].forEach((option, i) => { option.ariaSelected = String(i === active); });
    if (active >= 0) box.setAttribute("aria-activedescendant", names.children[active].id);
  };
  const choose = (name) => {
    const end = box.selectionStart;
    const start = end - (typed()?.length ?? 0);
    close();
    box.setRangeText(`${name} `, start, end, "end");
    box.dispatchEvent(new Event("input"));
    box.focus();
  };
  async function ask() {
    const word = typed();
    if (!word) return close();
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${api}/namen?q=${encodeURIComponent(word)}`, { signal: asked.signal });
      if (!answer.ok) return close();
      const people = await answer.json();
      names.replaceChildren(...people.map(({ name }, i) => {
        const option = document.createElement("li");
        Object.assign(option, { id: `name-${i}`, role: "option", textContent: name, onmousedown: (event) => { event.preventDefault(); choose(name); } });
        return option;
      }));
      names.hidden = people.length === 0;
      status.textContent = people.map((p) => p.name).join(", ");
      mark(-1);
    } catch { /* The name can be typed. */ }
  }
  box.addEventListener("input", () => { clearTimeout(timer); if (typed()) timer = setTimeout(ask, 200); else close(); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (names.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) mark((active + step + names.children.length) % names.children.length);
    else if ((event.key === "Enter" || event.key === "Tab") && active >= 0) choose(names.children[active].textContent);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}

/** What arrives while the page is looked at is read. */
function markRead() {
  if (list.dataset.newest !== "true") return;
  let sent = Number(list.dataset.last), timer;
  const mark = () => {
    timer = undefined;
    const last = Number([...list.querySelectorAll("article")].at(-1)?.dataset.sequence ?? 0);
    if (document.visibilityState !== "visible" || last <= sent) return;
    sent = last;
    json(`${api}/lesestand`, { sequence: last }).catch(() => { sent = 0; });
  };
  const soon = () => { timer ??= setTimeout(mark, 3000); };
  new MutationObserver(soon).observe(list, { childList: true });
  document.addEventListener("visibilitychange", soon);
}

if (form && box) {
  keepDrafts();
  offerNames();
  list.addEventListener("click", quote);
}
markRead();
