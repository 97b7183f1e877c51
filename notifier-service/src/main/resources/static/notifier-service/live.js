// Inserts alerts as they are raised. The page is whole without this.
(() => {
  "use strict";
  const list = document.getElementById("alerts");
  const news = document.getElementById("live-news");
  if (!list || !window.EventSource) {
    return;
  }
  // an inbox without alerts has none
  let bookmark = list.dataset.bookmark ?? "";

  // only while this page is open; asked for by a press of the button, never by itself
  const allow = document.getElementById("allow-notifications");
  const offer = () => {
    if (allow) {
      allow.hidden = !("Notification" in window) || Notification.permission !== "default";
    }
  };
  allow?.addEventListener("click", () => Notification.requestPermission().then(offer, offer));
  offer();
  const notify = (text) => {
    if ("Notification" in window && Notification.permission === "granted" && document.hidden) {
      try {
        new Notification("Pledge Tracker", { body: text + "\nNot a ballot, not a call to act." });
      } catch {
        // some phones allow it from a service worker only: the page still shows the alert
      }
    }
  };

  // what came while we were away may have been seen to
  const count = (alert) => {
    for (const filter of document.querySelectorAll("#shown > *")) {
      if (filter.dataset.shows !== "open" || !alert.acknowledgedBy) {
        filter.textContent = filter.textContent.replace(/\d+/, (number) => Number(number) + 1);
      }
    }
  };

  const insert = async (alert) => {
    if (document.getElementById(alert.id)) {
      return;
    }
    const answer = await fetch("/alerts/" + encodeURIComponent(alert.id), { credentials: "same-origin", redirect: "error" });
    if (!answer.ok) {
      throw new Error("the alert could not be fetched");
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const row = page.querySelector("li");
    if (row && !document.getElementById(alert.id)) {
      list.prepend(document.adoptNode(row));
      count(alert);
      document.getElementById("no-alerts")?.remove();
      const text = (alert.kind === "reached" ? "Reached: " : "Lost: ") + alert.title;
      news.textContent = "New alert. " + text;
      notify(text);
    }
  };

  // what came while the page was open is marked with the rest
  const markable = () => {
    const form = document.getElementById("mark-read");
    if (form) {
      form.elements.bookmark.value = bookmark;
      form.hidden = false;
    }
  };

  const connect = () => {
    const source = new EventSource("/api/alerts/live?after=" + encodeURIComponent(bookmark));
    source.addEventListener("alert", (event) => {
      insert(JSON.parse(event.data)).then(
        () => {
          bookmark = event.lastEventId;
          markable();
        },
        () => { news.textContent = "There is a new alert. Load this page again to see it."; });
    });
    source.onerror = () => {
      // a browser gives up after an error answer: try again later
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(connect, 5000);
      }
    };
  };
  connect();
})();
