/* Applies the chosen theme before the first paint; a plain script in the head, so that nothing flashes. */
{
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}
