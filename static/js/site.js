/** What every page needs of script: the choice of theme, and drafts that are forgotten at log-out. */

const root = document.documentElement;

for (const choice of document.querySelectorAll('[name="theme"]')) {
  choice.checked = choice.value === (localStorage.getItem('theme') ?? 'system');
  choice.addEventListener('change', () => choose(choice.value));
}

function choose(theme) {
  if (theme === 'system') {
    localStorage.removeItem('theme');
    delete root.dataset.theme;
  } else {
    localStorage.setItem('theme', theme);
    root.dataset.theme = theme;
  }
}

for (const form of document.querySelectorAll('form[data-logout]')) form.addEventListener('submit', forgetDrafts);

function forgetDrafts() {
  for (const key of Object.keys(localStorage)) if (key.startsWith('draft:')) localStorage.removeItem(key);
}

for (const element of document.querySelectorAll('[data-needs-script]')) element.hidden = false;
