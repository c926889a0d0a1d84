// Shows the activity of this moment, once a second, until it is paused. Only what has changed is replaced
const pause = document.getElementById('pause');
const connection = document.getElementById('connection');
const buttons = document.getElementById('buttons');
let paused = false;
let pressed = false;

pause.hidden = false;
pause.addEventListener('click', () => {
  paused = !paused;
  pause.textContent = paused ? 'Resume' : 'Pause';
  connection.textContent = paused ? 'Paused' : 'Live';
});

async function read(address, options) {
  const response = await fetch(address, options);
  if (response.status === 401 || response.status === 403) {
    location.reload();
  }
  if (!response.ok) {
    throw new Error(response.status);
  }
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

function show(latest) {
  for (const part of latest.querySelectorAll('#live figure, #traffic')) {
    const shown = document.getElementById(part.id);
    if (!shown.isEqualNode(part)) {
      shown.replaceWith(part);
    }
  }
}

async function update() {
  if (!paused && !pressed && !document.hidden) {
    try {
      const latest = await read(location.pathname);
      if (!paused) {
        show(latest);
        connection.textContent = 'Live';
      }
    }
    catch {
      connection.textContent = 'Not connected, trying again';
    }
  }
  setTimeout(update, 1000);
}

// Stays where it is, with the focus on the button, so that one can watch
buttons?.addEventListener('submit', async (event) => {
  event.preventDefault();
  pressed = true;
  try {
    const latest = await read(event.submitter.formAction, { method: 'POST', body: new URLSearchParams(new FormData(buttons)) });
    document.querySelector('main > [role=status]').replaceChildren(...latest.querySelectorAll('.flash'));
    show(latest);
  }
  catch {
    connection.textContent = 'Not connected, try again';
  }
  pressed = false;
});

setTimeout(update, 1000);
