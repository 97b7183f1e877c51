// Refreshes the figures as they change, and says when they may be old. The page is whole without this.
(() => {
  "use strict";
  const show = (id, then) => {
    const button = document.getElementById(id);
    if (button) {
      button.hidden = false;
      button.addEventListener("click", then);
    }
  };
  show("print", () => window.print());
  show("copy", async () => {
    const text = document.getElementById("short-text");
    const said = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = "Copied";
    } catch {
      text.select();
      said.textContent = "The text is selected: copy it";
    }
  });

  const live = document.getElementById("live");
  if (!live || !window.EventSource) {
    return;
  }
  const AT_MOST_EVERY = 1000;
  const SILENT_AFTER = 40000;
  let waiting = false;
  let connected = false;
  let heard = Date.now();

  const say = (text) => {
    live.hidden = false;
    live.classList.toggle("disconnected", !connected);
    if (live.textContent !== text) {
      live.textContent = text;
    }
  };
  const hear = () => {
    heard = Date.now();
    connected = true;
    say("Live");
  };

  const refresh = async () => {
    waiting = false;
    const answer = await fetch(location.href, {
      credentials: "same-origin", redirect: "error", headers: { "Live-Refresh": "yes" } });
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
    hear();
    if (!waiting) {
      waiting = true;
      setTimeout(() => refresh().catch(() => { connected = false; say("Disconnected: these figures may be old"); }), AT_MOST_EVERY);
    }
  };

  let source;
  const connect = () => {
    source = new EventSource("/api/campaigns/" + encodeURIComponent(live.dataset.campaign) + "/live");
    source.onopen = hear;
    source.addEventListener("beat", hear);
    source.addEventListener("tallies", soon);
    source.addEventListener("thresholds", soon);
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
  // the server beats every 15 seconds: a connection that has died in silence shows no error
  setInterval(() => {
    const silent = Date.now() - heard;
    if (connected && silent > SILENT_AFTER) {
      connected = false;
      say("Stale: nothing heard for " + Math.round(silent / 1000) + " seconds, these figures may be old");
      source.close();
      setTimeout(connect, 1000);
    }
  }, 5000);
})();
