"""A new outlet: its folder, or a package with it that can be published as a plug-in."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from string import Template

from arnews.errors import ConfigurationError
from arnews.outlets import Outlet
from arnews.outlets.domains import checked_domain, is_public_suffix
from arnews.outlets.facts import shipped_outlet
from arnews.outlets.folder import FILE
from arnews.printing import escaped

__all__ = ["default_folder", "new_outlet", "new_plugin"]


def new_outlet(folder: str | os.PathLike[str], domain: str, *, name: str | None, country: str | None) -> list[Path]:
    """Write the folder of a new outlet, and return the files that were written.

    Args:
        folder: where to write it; it must not be there yet.
        domain: the domain of the outlet.
        name: its name; ``None`` takes the one that arnews knows.
        country: its ISO 3166 code; ``None`` takes the one that arnews knows, if any.

    Raises:
        ConfigurationError: the domain, name or country is wrong, the folder is there already, or cannot be written.
    """
    outlet = _outlet(domain, name, country)
    return _write(Path(folder), [(FILE, _outlet_toml(outlet))])


def new_plugin(folder: str | os.PathLike[str], domain: str, *, name: str | None, country: str | None) -> list[Path]:
    """Write a package that brings a new outlet as a plug-in, and return the files that were written.

    The arguments and errors are those of `new_outlet`; ``folder`` is that of the package.
    """
    outlet = _outlet(domain, name, country)
    return _write(Path(folder), list(_plugin_files(outlet)))


def default_folder(domain: str, *, plugin: bool) -> str:
    """Return the folder that a new outlet, or its package, is written to if none is named.

    >>> default_folder("www.port.example", plugin=False), default_folder("www.port.example", plugin=True)
    ('port.example', 'arnews-port')
    """
    checked = checked_domain(domain)
    return f"arnews-{_family(checked)}" if plugin else checked


def _outlet(domain: str, name: str | None, country: str | None) -> Outlet:
    checked = checked_domain(domain)
    known = shipped_outlet(checked)
    if name is None:
        if known is None:
            raise ConfigurationError(f"{checked} is not known to arnews: give its name with --name")
        name = known.name
    return Outlet(name=name, domains=(checked,), country=country or (known.country if known else None))


def _family(domain: str) -> str:
    """Return the part of a domain that names the site: «port» of ``news.port.example``."""
    labels = domain.split(".")
    while len(labels) > 2 and not is_public_suffix(".".join(labels[1:])):
        del labels[0]
    return labels[0]


def _plugin_files(outlet: Outlet) -> Iterator[tuple[str, str]]:
    domain = outlet.domains[0]
    family = _family(domain)
    package = f"arnews_{family.replace('-', '_')}"
    words = {
        "distribution": f"arnews-{family}",
        "description": _text(f"Teaches arnews the outlet {domain}"),
        "family": family.replace("-", "_"),
        "package": package,
        "domain_plain": domain,
    }
    for path, template in (
        ("README.md", "plugin/README.md.txt"),
        ("pyproject.toml", "plugin/pyproject.toml.txt"),
        (f"src/{package}/__init__.py", "plugin/init.py.txt"),
        (f"tests/test_{words['family']}.py", "plugin/test.py.txt"),
    ):
        yield path, _template(template).substitute(words)
    yield f"src/{package}/{domain}/{FILE}", _outlet_toml(outlet)


def _outlet_toml(outlet: Outlet) -> str:
    domain = outlet.domains[0]
    facts = f"country = {_text(outlet.country)}\n" if outlet.country else ""
    return _template("outlet.toml.txt").substitute(
        name=_text(outlet.name), domain=_text(domain), facts=facts, family=_family(domain)
    )


def _write(folder: Path, files: list[tuple[str, str]]) -> list[Path]:
    if os.path.lexists(folder):
        raise ConfigurationError(f"{folder}: is there already; nothing was written")
    written = []
    for name, content in files:
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
        except OSError as error:
            raise ConfigurationError(f"{path}: cannot be written ({error.strerror})") from None
        written.append(path)
    return sorted(written)


def _template(name: str) -> Template:
    return Template((resources.files("arnews.teaching") / "data" / name).read_text(encoding="utf-8"))


def _text(value: str) -> str:
    """Return a text as a basic string of TOML."""
    return escaped(json.dumps(value, ensure_ascii=False))
