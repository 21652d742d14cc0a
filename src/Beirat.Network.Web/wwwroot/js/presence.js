// Who reads along and who is writing: only people who chose to show it. The server never stores it.

import { keepPlace } from "./place.js";

const readers = document.getElementById("mitlesende");
const writers = document.getElementById("schreibende");
const shownFor = 6000;
const saidEvery = 3000;
const most = 5;

const active = new Map();
let said = 0;

// At the width of a telephone the words take one line more or less.
function say(line, words) {
  if (line.textContent !== words) keepPlace(() => { line.textContent = words; });
}

function names(people) {
  const first = people.slice(0, most).map((p) => p.name);
  const rest = people.length - first.length;
  if (rest > 0) first.push(`+${rest}`);
  return new Intl.ListFormat(document.documentElement.lang, { type: "unit", style: "long" }).format(first);
}

/** Shows the others who have the thread open; oneself is none of them. */
export function showReaders(people, own) {
  const others = people.filter((p) => p.mark !== own);
  if (others.length === 0) { say(readers, ""); return; }
  const forms = JSON.parse(readers.dataset.textReaders);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  say(readers, (forms[plural.select(others.length)] ?? forms.other).replace("{0}", others.length).replace("{1}", names(others)));
}

function tellWriters() {
  const people = [...active.values()];
  const text = writers.dataset;
  say(writers, people.length === 0 ? "" : people.length === 1 ? text.textOne.replace("{0}", people[0].name) : text.textSeveral);
}

/** Somebody writes; unless they say so again it is over after some seconds. */
export function showWriter(person) {
  clearTimeout(active.get(person.mark)?.timer);
  active.set(person.mark, { name: person.name, timer: setTimeout(() => forgetWriter(person.mark), shownFor) });
  tellWriters();
}

/** A writer has posted. */
export function forgetWriter(mark) {
  clearTimeout(active.get(mark)?.timer);
  if (active.delete(mark)) tellWriters();
}

/** The connection is gone: what was known of others holds no longer. */
export function forgetAll() {
  say(readers, "");
  for (const mark of [...active.keys()]) forgetWriter(mark);
}

/** Says now and then that one writes. The server passes it on only for those who want that. */
export function sayWriting(connection, discussion) {
  const now = Date.now();
  if (now - said < saidEvery) return;
  said = now;
  connection.send("Writing", discussion).catch(() => {});
}
