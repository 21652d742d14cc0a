// Shows messages of the portal and opens it when one is touched. It answers no requests and keeps nothing.

self.addEventListener("push", (event) => {
  const message = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(message.title ?? "Beirat.Network", {
    body: message.body, lang: message.lang, dir: message.dir, icon: "/images/favicon.svg",
    // The same again takes the place of the one that is still shown.
    tag: "neues", data: message.address,
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const address = new URL(event.notification.data ?? "/", self.location.origin);
  if (address.origin === self.location.origin) event.waitUntil(self.clients.openWindow(address.href));
});
