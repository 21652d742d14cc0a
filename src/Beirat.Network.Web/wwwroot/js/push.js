// Asks the browser to take messages for this device, when somebody presses the button, and sends what it gives out by the plain form.

const form = document.getElementById("geraet-formular");
const note = document.getElementById("geraet-hinweis");
// A worker beside this file controls no page of the portal: it only shows messages.
const worker = "/js/push-worker.js";

function tell(text) {
  note.textContent = text;
  note.hidden = false;
}

function encoded(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
}

async function subscribe() {
  const registration = await navigator.serviceWorker.register(worker);
  if (!registration.active) await activation(registration);
  const options = { userVisibleOnly: true, applicationServerKey: bytes(form.dataset.key) };
  try {
    return await registration.pushManager.subscribe(options);
  } catch (fault) {
    // Allowed earlier for a key that the portal no longer has.
    const old = fault.name === "InvalidStateError" ? await registration.pushManager.getSubscription() : null;
    if (!old) throw fault;
    await old.unsubscribe();
    return registration.pushManager.subscribe(options);
  }
}

function activation(registration) {
  const coming = registration.installing ?? registration.waiting;
  return new Promise((done) => coming.addEventListener("statechange", () => coming.state === "activated" && done()));
}

async function add(event) {
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    if (await Notification.requestPermission() !== "granted") return tell(note.dataset.textDenied);
    const subscription = await subscribe();
    form.elements.endpoint.value = subscription.endpoint;
    form.elements.key.value = encoded(subscription.getKey("p256dh"));
    form.elements.secret.value = encoded(subscription.getKey("auth"));
    form.submit();
  } catch {
    tell(note.dataset.textFailed);
  } finally {
    button.disabled = false;
  }
}

if (form && note) {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) tell(note.dataset.textUnsupported);
  else if (Notification.permission === "denied") tell(note.dataset.textDenied);
  else {
    note.hidden = true;
    form.hidden = false;
    form.addEventListener("submit", add);
  }
}
