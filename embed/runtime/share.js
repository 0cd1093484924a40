// The share panel: its links work without a script, its controls are made here.

import { escapeHtml } from '../escape-html.js';
import { make } from '../make.js';
import { withQuery } from './searches.js';
import { TAG_NAME } from '../tag-name.js';

/** The labels of the controls: a list for each language, in the order of `labels.rs`. */
const labels = LABELS;

/**
 * The data of a shared view.
 *
 * @typedef {object} SharedView
 * @property {string} view
 * @property {string} lang
 * @property {string} address
 * @property {string} title
 */

/**
 * A Mastodon server in the forms that people paste: a name, the URL of a profile, or an account.
 * The group is the name of the server.
 */
const SERVER = /^\s*(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/)?(?:@?[^\s\/@]+@)?([^\s\/@]+\.[^\s\/@]+)(?:\/\S*)?\s*$/;

/**
 * Adds controls to the share panels in `root` as they open.
 *
 * @param {string} base the root of the site
 * @param {HTMLElement | ShadowRoot} root
 * @param {() => { currentView(): SharedView } | null} controller
 * @param {(detail: { view: string, url: string, via: string }) => void} [onShare]
 */
export function enableSharing(base, root, controller, onShare) {
  /**
   * Shows a text in the open panel, selected for copying by hand.
   *
   * @type {(text: string) => void}
   */
  let showText;
  const current = () => withQuery(root, /** @type {{ currentView(): SharedView }} */ (controller()).currentView());

  const shared = () => {
    const { view, title, lang, address } = current();
    const code =
      `<${TAG_NAME} lang="${lang}" view="${escapeHtml(view)}"><a href="${escapeHtml(address)}">${escapeHtml(title)}</a></${TAG_NAME}>\n` +
      `<script async src="${escapeHtml(base)}embed.js"></script>`;
    return { view, address, code, title };
  };

  /**
   * @param {{ view: string, address: string }} what
   * @param {string} via the service or control
   */
  const report = ({ view, address }, via) => onShare?.({ view, url: address, via });

  /**
   * Reports that the view is shared, and returns what to share.
   *
   * @param {string} via
   */
  const share = (via) => {
    const what = shared();
    report(what, via);
    return what;
  };

  /**
   * Shares the view on a service, in a new window. A frame may forbid windows: then the view's address is shown instead.
   *
   * @param {Event} event the click, which has no other effect
   * @param {string} service the address of the service
   * @param {string} via
   */
  const shareOn = (event, service, via) => {
    event.preventDefault();
    if (top !== window) {
      let opened;
      try {
        // Without `noopener`, which hides whether there is a window.
        opened = /** @type {Window} */ (open(service));
        opened.opener = null;
      } catch {
        // No window, or one with the sandbox of the frame: that is of another origin, and can't navigate its opener.
      }
      if (!opened) return showText(shared().address);
    } else {
      open(service, '_blank', 'noopener');
    }
    share(via);
  };

  /** @param {HTMLDetailsElement} panel */
  const addControls = (panel) => {
    if (!panel.open || panel.querySelector('.kl-acts')) return;
    const [system, link, code, server, mastodon, copied, notCopied, toCopy] = labels[current().lang];
    const status = make('p', {});
    const field = make('textarea', { readOnly: true, hidden: true, rows: 4 });
    // Firefox knows no properties for these before 119.
    status.setAttribute('role', 'status');
    field.setAttribute('aria-label', toCopy);
    const button = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ onclick) =>
      make('button', { type: 'button', name, onclick }, label);
    showText = (text) => {
      status.textContent = notCopied;
      field.value = text;
      field.hidden = false;
      field.select();
      field.scrollIntoView({ block: 'nearest' });
    };
    const copy = async (/** @type {string} */ text) => {
      // Screen readers don't announce the same text again.
      status.textContent = '';
      try {
        await navigator.clipboard.writeText(text);
        field.hidden = true;
        status.textContent = copied;
        status.scrollIntoView({ block: 'nearest' });
      } catch {
        showText(text);
      }
    };
    const serverField = make('input', {
      required: true,
      autocapitalize: 'none',
      spellcheck: false,
      placeholder: 'mastodon.nl',
      title: 'mastodon.nl',
      pattern: SERVER.source,
    });
    // Not at the submission, which sandboxed frames forbid.
    const onclick = (/** @type {MouseEvent} */ event) => {
      if (!serverField.reportValidity()) return;
      const { address, title } = shared();
      const [, host] = /** @type {RegExpExecArray} */ (SERVER.exec(serverField.value));
      shareOn(event, `https://${host}/share?text=${encodeURIComponent(`${title}\n${address}`)}`, 'Mastodon');
    };
    const form = make(
      'form',
      {},
      make('label', {}, make('span', {}, server), serverField),
      make('button', { onclick }, mastodon),
    );
    const controls = make('div', { className: 'kl-acts' });
    if (navigator.share) {
      controls.append(
        button('system', system, async () => {
          const what = shared();
          try {
            await navigator.share({ title: what.title, url: what.address });
          } catch (error) {
            // The reader may close the system's dialog; a browser may refuse it.
            if (/** @type {Error} */ (error).name !== 'AbortError') showText(what.address);
            return;
          }
          report(what, 'system');
        }),
      );
    }
    controls.append(
      button('link', link, () => copy(share('link').address)),
      button('code', code, () => copy(share('code').code)),
      status,
      field,
      form,
    );
    for (const type of ['keydown', 'keypress', 'keyup']) {
      // Text that is being typed is no shortcut of the host page. Esc stays a key of the page.
      controls.addEventListener(type, (event) => {
        const { key, target } = /** @type {KeyboardEvent & { target: Element }} */ (event);
        if (key !== 'Escape' && target.matches('input, textarea')) event.stopPropagation();
      });
    }
    panel.querySelector('ul')?.after(controls);
  };
  const panels = /** @type {NodeListOf<HTMLDetailsElement>} */ (root.querySelectorAll('.kl-share'));
  panels.forEach(addControls);
  const onToggle = (/** @type {Event} */ { target }) => {
    const panel = /** @type {HTMLDetailsElement} */ (target);
    if (panel.matches('.kl-share')) addControls(panel);
  };
  root.addEventListener('toggle', onToggle, true);
  root.addEventListener('click', (event) => {
    const path = /** @type {(HTMLAnchorElement & { dataset: { share: string } })[]} */ (event.composedPath());
    // Such attributes around the widget belong to the host page.
    const link = path.slice(0, path.indexOf(/** @type {any} */ (root))).find((node) => node.dataset?.share);
    if (!link) return;
    // The address of a service ends with that of the view; a query follows it.
    const { length } = /** @type {{ currentView(): SharedView }} */ (controller()).currentView().address;
    const query = encodeURIComponent(current().address.slice(length));
    const { href } = link;
    if (query && !href.endsWith(query)) {
      // The address is the app's own again after the click.
      link.href = href + query;
      setTimeout(() => (link.href = href));
    }
    // Browsers say nothing where a frame forbids the window of a link. Mail, which has no host, needs no window.
    if (top !== window && link.host) shareOn(event, link.href, link.dataset.share);
    else share(link.dataset.share);
  });
}
