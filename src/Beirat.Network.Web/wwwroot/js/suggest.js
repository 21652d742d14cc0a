// Suggestions: an editable combobox (WAI-ARIA APG). Without this file the form searches as it is.
const plural = new Intl.PluralRules(document.documentElement.lang);
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

function enhance(input) {
  const forms = JSON.parse(input.dataset.suggest);
  const list = make("ul", { id: `${input.id}-liste`, className: "suggest", role: "listbox", ariaLabel: input.dataset.suggestLabel });
  const status = make("p", { className: "visually-hidden", role: "status" });
  let found, active, timer, asked;

  function mark(index) {
    active = index;
    [...list.children].forEach((option, i) => { option.ariaSelected = String(i === active); });
    const option = list.children[active];
    option?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option?.id ?? "");
  }

  function show(suggestions, words) {
    found = suggestions;
    list.replaceChildren(...found.map((one, i) => {
      const option = make("li", { id: `${list.id}-${i}`, role: "option", onclick: () => choose(one) });
      option.append(make("span", { lang: one.language, dir: one.direction, textContent: one.text }), make("small", { textContent: one.kind }));
      return option;
    }));
    list.hidden = !found.length;
    input.ariaExpanded = String(!list.hidden);
    status.textContent = words;
    mark(-1);
  }

  function close() {
    clearTimeout(timer);
    asked?.abort();
    show([], "");
  }

  async function ask() {
    const text = input.value.trim();
    asked?.abort();
    if (text.length < 2) return close();
    const { signal } = asked = new AbortController();
    try {
      const { suggestions } = await (await fetch(`/suche/vorschlaege?q=${encodeURIComponent(text)}`, { signal })).json();
      const { length } = suggestions;
      show(suggestions, (forms[plural.select(length)] ?? forms.other).replace("{0}", length));
    } catch { /* Nothing is lost. */ }
  }

  function choose({ text, url }) {
    close();
    if (url) return location.assign(url);
    input.value = text;
    input.form.requestSubmit();
  }

  input.onkeydown = (event) => {
    const { key } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const stops = found.length + 1;
    if (event.isComposing) return;
    if (step && list.hidden) ask();
    else if (step) mark((active + 1 + step + stops) % stops - 1);
    else if (key === "Enter" && active >= 0) choose(found[active]);
    else if (key === "Escape" && !list.hidden) close();
    else {
      if (/^(Home|End|Arrow)/.test(key)) mark(-1);
      return;
    }
    event.preventDefault();
  };
  input.oninput = () => { clearTimeout(timer); timer = setTimeout(ask, 150); };
  input.onblur = close;
  list.onmousedown = (event) => event.preventDefault();
  Object.assign(input, { role: "combobox", ariaAutoComplete: "list" });
  input.setAttribute("aria-controls", list.id);
  input.after(list, status);
  close();
}

document.querySelectorAll("[data-suggest]").forEach(enhance);
