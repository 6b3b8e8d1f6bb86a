#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the build installs is complete, valid, and leaves nothing behind.

usage: install.py BUILD

Installs an existing build into a folder of its own, as a packager does.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from project import ROOT, read, report

APP = "io.github.carrel.Carrel"
SHARE = (f"applications/{APP}.desktop", f"metainfo/{APP}.metainfo.xml", f"glib-2.0/schemas/{APP}.gschema.xml",
         f"dbus-1/services/{APP}.service", f"mime/packages/{APP}.xml", f"icons/hicolor/scalable/apps/{APP}.svg",
         f"icons/hicolor/symbolic/apps/{APP}-symbolic.svg", f"gnome-shell/search-providers/{APP}.search-provider.ini",
         "man/man1/carrel.1", "man/man1/carrelctl.1", "help/C/carrel/index.page",
         "bash-completion/completions/carrelctl", "zsh/site-functions/_carrelctl",
         "fish/vendor_completions.d/carrelctl.fish")


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def find(root):
    return sorted(path for path in root.rglob("*") if path.is_file() or path.is_symlink())


def check_complete(prefix, findings):
    names = [f"bin/{name}" for name in ("carrel", "carrelctl")] + [f"share/{name}" for name in SHARE]
    names += [f"share/locale/{language}/LC_MESSAGES/carrel.mo" for language in read(ROOT / "po/LINGUAS").split()]
    names += [f"share/help/{language}/carrel/{path.name}" for language in read(ROOT / "data/help/LINGUAS").split()
              for path in (ROOT / "data/help/C").glob("*.page")]
    for name in names:
        if not (prefix / name).exists():
            findings.append(f"meson.build: {name} is not installed")


def check_valid(prefix, findings):
    share = prefix / "share"
    schemas = share / "glib-2.0/schemas"
    commands = [("desktop-file-validate", str(share / f"applications/{APP}.desktop")),
                ("appstreamcli", "validate", "--no-net", "--pedantic", str(share / f"metainfo/{APP}.metainfo.xml")),
                ("glib-compile-schemas", "--strict", "--dry-run", str(schemas))]
    for command in commands:
        if shutil.which(command[0]) is None:
            continue
        done = run(*command)
        if done.returncode != 0:
            findings.append(f"{command[0]}: {done.stdout}{done.stderr}".strip())


def check_paths(prefix, build, findings):
    """Nothing that is installed as text knows where it was built."""
    for path in find(prefix):
        data = path.read_bytes()
        if b"\0" not in data and (str(build).encode() in data or str(ROOT).encode() in data):
            findings.append(f"{path.relative_to(prefix)}: names the folder that it was built in")


def check_uninstalled(build, folder, prefix, findings):
    """Each file of the installation is in the log that “ninja uninstall” reads."""
    log = build / "meson-logs/install-log.txt"
    listed = {line.strip() for line in read(log).splitlines() if line.startswith("/")}
    for path in find(folder):
        if str(path) not in listed and "mimeinfo" not in path.name and path.name not in ("gschemas.compiled", "icon-theme.cache"):
            findings.append(f"{path.relative_to(prefix)}: would be left behind")


def check_moved(prefix, folder, findings):
    """Moved to where nobody looks, the programs find their languages and their settings."""
    moved = prefix.rename(pathlib.Path(folder, "moved to"))
    run("glib-compile-schemas", str(moved / "share/glib-2.0/schemas"))     # what the system does after a package
    env = {name: value for name, value in os.environ.items() if name not in ("XDG_DATA_DIRS", "GSETTINGS_SCHEMA_DIR")}
    env.update(LC_ALL="C.UTF-8", LANGUAGE="de")
    done = run(str(moved / "bin/carrelctl"), "--help", env=env)
    if "Befehle:" not in done.stdout:
        findings.append(f"carrelctl: does not find its translations when moved: {done.stdout}{done.stderr}")
    if shutil.which("xvfb-run") is None:
        return
    start = f'"$0" --gapplication-service & gdbus wait --session --timeout 60 {APP} && gapplication action {APP} quit; wait $!'
    done = run(str(ROOT / "build-aux/session"), "sh", "-c", start, str(moved / "bin/carrel"), env=env)
    if done.returncode != 0:
        findings.append(f"carrel: does not start when moved: {done.stdout}{done.stderr}")


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    findings = []
    with tempfile.TemporaryDirectory() as folder:
        stage = pathlib.Path(folder).resolve()
        done = run("meson", "install", "-C", str(build), "--no-rebuild", "--destdir", str(stage),
                   env={**os.environ, "DESTDIR": str(stage)})
        if done.returncode != 0:
            sys.exit(done.stdout + done.stderr)
        prefix = next(path for path in stage.rglob("bin") if path.is_dir()).parent
        check_complete(prefix, findings)
        check_valid(prefix, findings)
        check_paths(prefix, build, findings)
        check_uninstalled(build, stage, prefix, findings)
        check_moved(prefix, folder, findings)
    report(findings, "install")


if __name__ == "__main__":
    main()
