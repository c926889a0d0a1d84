// Copies texts. Without it, the buttons stay hidden
const status = document.querySelector('main > [role=status]');

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const message = document.createElement('p');
    message.className = 'flash';
    message.textContent = button.dataset.copied;
    status.replaceChildren(message);
  });
}
