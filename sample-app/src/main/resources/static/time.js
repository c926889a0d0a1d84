// Shows times in the zone of the reader, and names the zone. Without it, they are in UTC
const parts = {
  d: { day: 'numeric' },
  MMM: { month: 'short' },
  yyyy: { year: 'numeric' },
  HH: { hour: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
  mm: { minute: '2-digit' },
  ss: { second: '2-digit' },
};

function convert() {
  for (const time of document.querySelectorAll('time[data-pattern]')) {
    const options = Object.keys(parts).filter((part) => time.dataset.pattern.includes(part)).map((part) => parts[part]);
    time.textContent = new Date(time.dateTime).toLocaleString('en-GB', Object.assign({}, ...options));
    time.removeAttribute('data-pattern');
  }
}

new MutationObserver(convert).observe(document.body, { childList: true, subtree: true });
convert();
