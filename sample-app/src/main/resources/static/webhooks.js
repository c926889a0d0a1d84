// Shows webhooks as they arrive: reads the latest again when there is something new
const live = document.getElementById('live');
const connection = document.getElementById('connection');
let source;
let retry;
let updating = false;
let outdated = false;

// Rows that are shown stay as they are, with the focus and what is selected
function show(latest) {
  const rows = live.querySelector('tbody');
  const latestRows = Array.from(latest.querySelectorAll('tbody tr'));
  if (rows && latestRows.length) {
    const ids = new Set(latestRows.map((row) => row.id));
    const shown = new Set(Array.from(rows.children, (row) => row.id));
    rows.prepend(...latestRows.filter((row) => !shown.has(row.id)));
    Array.from(rows.children).filter((row) => !ids.has(row.id)).forEach((row) => row.remove());
    document.getElementById('refused').replaceChildren(...latest.querySelector('#refused').childNodes);
  }
  else {
    live.replaceChildren(...latest.children);
  }
}

async function update() {
  outdated = true;
  while (outdated && !updating) {
    outdated = false;
    updating = true;
    try {
      const response = await fetch(live.dataset.latest);
      if (response.ok) {
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        show(page.getElementById('live'));
      }
    }
    catch {
      // The console is not there at this moment. When it is, they are read again
    }
    updating = false;
  }
}

function tell(text, delay) {
  clearTimeout(tell.timer);
  if (connection.textContent !== text) {
    tell.timer = setTimeout(() => connection.textContent = text, delay);
  }
}

// A browser has few connections to a server, so pages that nobody sees use none
function connect() {
  source?.close();
  clearTimeout(retry);
  if (!document.hidden) {
    source = new EventSource(live.dataset.signals);
    source.onopen = () => {
      tell('Live', 0);
      update();
    };
    source.onmessage = update;
    source.onerror = () => {
      tell('Not connected, trying again', 3000);
      if (source.readyState === EventSource.CLOSED) {
        retry = setTimeout(connect, 5000);
        update();
      }
    };
  }
}

document.addEventListener('visibilitychange', connect);
connect();
