"""What the web server must say with every page; one text for the samples, the docs and `handboek dokter`."""

from __future__ import annotations

from urllib.parse import urlsplit

from macros.model.instellingen import Voorstellen

_AZURE = "https://dev.azure.com https://login.microsoftonline.com"


def beleid(voorstellen: Voorstellen) -> str:
    """Return the Content-Security-Policy: the site itself, and to hand in proposals exactly the team's git server.

    The theme writes scripts and styles in its pages; WebAssembly is for changing a page where it is read.
    """
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            " ".join(filter(None, ("connect-src 'self'", _smederij(voorstellen)))),
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def _smederij(voorstellen: Voorstellen) -> str:
    """The addresses outside the site that its pages may ask."""
    if voorstellen.soort == "azure":
        return _AZURE
    adres = voorstellen.adres or ""
    if voorstellen.soort == "github" and urlsplit(adres or "https://github.com").netloc == "github.com":
        return "https://api.github.com"
    return "" if voorstellen.soort == "patch" else adres.rstrip("/")
