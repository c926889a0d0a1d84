// Shows the activity of this moment, once a second, until it is paused. Only what has changed is replaced
const pause = document.getElementById('pause');
const connection = document.getElementById('connection');
let paused = false;

pause.hidden = false;
pause.addEventListener('click', () => {
  paused = !paused;
  pause.textContent = paused ? 'Resume' : 'Pause';
  connection.textContent = paused ? 'Paused' : 'Live';
});

function show(latest) {
  for (const part of latest.querySelectorAll('#live figure, #traffic')) {
    const shown = document.getElementById(part.id);
    if (!shown.isEqualNode(part)) {
      shown.replaceWith(part);
    }
  }
}

async function update() {
  if (!paused && !document.hidden) {
    try {
      const response = await fetch(location.pathname);
      if (response.status === 401) {
        location.reload();
        return;
      }
      if (response.ok) {
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        if (!paused) {
          show(page);
          connection.textContent = 'Live';
        }
      }
    }
    catch {
      connection.textContent = 'Not connected, trying again';
    }
  }
  setTimeout(update, 1000);
}

setTimeout(update, 1000);
