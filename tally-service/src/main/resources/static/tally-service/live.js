// Refreshes the figures as they change. The page is whole without this.
(() => {
  "use strict";
  const live = document.getElementById("live");
  if (!live || !window.EventSource) {
    return;
  }
  const AT_MOST_EVERY = 1000;
  let waiting = false;
  let connected = false;

  const say = (text) => {
    live.hidden = false;
    live.classList.toggle("disconnected", !connected);
    if (live.textContent !== text) {
      live.textContent = text;
    }
  };

  const refresh = async () => {
    waiting = false;
    const answer = await fetch(location.href, { credentials: "same-origin", redirect: "error" });
    if (!answer.ok) {
      throw new Error("the figures could not be fetched");
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("figures");
    const shown = document.getElementById("figures");
    if (fresh && shown && fresh.innerHTML !== shown.innerHTML) {
      shown.replaceChildren(...document.adoptNode(fresh).childNodes);
    }
  };

  const soon = () => {
    if (!waiting) {
      waiting = true;
      setTimeout(() => refresh().catch(() => { connected = false; say("Disconnected: these figures may be old"); }), AT_MOST_EVERY);
    }
  };

  const connect = () => {
    const source = new EventSource("/api/campaigns/" + encodeURIComponent(live.dataset.campaign) + "/live");
    source.onopen = () => {
      connected = true;
      say("Live");
    };
    source.addEventListener("tallies", soon);
    source.onerror = () => {
      connected = false;
      say("Disconnected: these figures may be old");
      // a browser gives up after an error answer: try again later
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(connect, 5000);
      }
    };
  };
  connect();
})();
