/** Elements without HTML strings. */

/** Values that stand for nothing, so that a caller may write `condition && value`. */
const ABSENT = new Set([null, undefined, false, '']);

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Make an element: `make('a', {href, class, onclick, 'aria-label'}, child, ...)`.
 *
 * Nothing (null, undefined, false, '') is left out, true is an empty attribute, `on...` adds a listener.
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (!ABSENT.has(value)) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => !ABSENT.has(child)));
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
  const own = { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick };
  return make('button', { ...own, ...properties }, icon(name));
}

/**
 * Give an element new children; focus that was inside goes to the control of the same name, or stays with the nearest
 * focusable ancestor, so that a keyboard never falls back to the top of the page.
 */
export function refill(element, ...children) {
  const focused = element.contains(document.activeElement) ? nameOf(document.activeElement) : null;
  element.replaceChildren(...children);
  if (focused === null) return;
  const controls = [...element.querySelectorAll('a, button:enabled, summary')];
  const same = controls.find((control) => nameOf(control) === focused);
  (same ?? element.closest('[tabindex]'))?.focus({ preventScroll: true });
}

const nameOf = (control) => control.getAttribute('aria-label') ?? control.textContent;
