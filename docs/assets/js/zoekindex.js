/* The theme asks for the whole search index on every page view; this holds the request until someone goes to search. */
(() => {
  const open = XMLHttpRequest.prototype.open;
  const send = XMLHttpRequest.prototype.send;
  const waiting = [];
  let wanted = false;

  const release = (event) => {
    if (wanted || !event.target.closest?.('[data-md-component="search"], [for="__search"], #__search')) return;
    wanted = true;
    waiting.splice(0).forEach((start) => start());
  };

  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.holdsIndex = String(url).endsWith("search/search_index.json");
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (this.holdsIndex && !wanted) waiting.push(() => send.apply(this, body));
    else send.apply(this, body);
  };
  for (const kind of ["focusin", "pointerdown", "change"]) document.addEventListener(kind, release, true);
})();
