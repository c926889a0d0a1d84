// Shows webhooks as they arrive: reads the latest once a second, while somebody looks
const live = document.getElementById('live');
const connection = document.getElementById('connection');
let timer;

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
  clearTimeout(timer);
  if (document.hidden) {
    return;
  }
  try {
    const response = await fetch(live.dataset.latest);
    if (response.status === 401) {
      location.reload();
    }
    else if (response.ok) {
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      show(page.getElementById('live'));
      connection.textContent = 'Live';
    }
  }
  catch {
    connection.textContent = 'Not connected, trying again';
  }
  timer = setTimeout(update, 1000);
}

document.addEventListener('visibilitychange', update);
update();
