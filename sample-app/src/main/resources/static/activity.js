// Shows the activity of this moment, once a second, until it is paused
const live = document.getElementById('live');
const pause = document.getElementById('pause');
let paused = false;

pause.hidden = false;
pause.addEventListener('click', () => {
  paused = !paused;
  pause.textContent = paused ? 'Resume' : 'Pause';
});

async function update() {
  if (!paused && !document.hidden) {
    try {
      const response = await fetch(location.pathname);
      if (response.status === 401) {
        location.reload();
        return;
      }
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      live.replaceChildren(...page.getElementById('live').children);
    }
    catch {
      // The console is not there at this moment
    }
  }
  setTimeout(update, 1000);
}

setTimeout(update, 1000);
