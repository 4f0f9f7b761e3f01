/** Elements without HTML strings. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Make an element: `make('a', {href, class, onclick, 'aria-label'}, child, ...)`.
 *
 * A property that is null or false is left out, true is an empty attribute; `on...` adds a listener.
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An icon of the page's sprite (templates/icons.html), hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** A button with an icon and a name that only assistive technology and the tooltip show. */
export function iconButton(name, label, onclick, properties = {}) {
  return make('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...properties }, icon(name));
}

/**
 * Give an element new children; focus that was inside goes to the control of the same name, or stays with the nearest
 * focusable ancestor, so that a keyboard never falls back to the top of the page.
 */
export function refill(element, ...children) {
  const focused = element.contains(document.activeElement) ? nameOf(document.activeElement) : null;
  element.replaceChildren(...children);
  if (focused === null) return;
  const same = [...element.querySelectorAll('a, button:enabled, summary')].find((control) => nameOf(control) === focused);
  (same ?? element.closest('[tabindex]'))?.focus({ preventScroll: true });
}

const nameOf = (control) => control.getAttribute('aria-label') ?? control.textContent;
