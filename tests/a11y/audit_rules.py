# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be true of anything that is shown: its stops have names that are no types, Tab moves on and comes round."""
import pathlib
import subprocess

from window_session import TYPE_NAME

TOP = pathlib.Path(__file__).resolve().parents[2]
FIELD_AUDIT = TOP / ".." / "shared" / "a11y" / "a11y-audit.py"
MOST_STOPS = 160
NO_STOPS = ("frame", "window", "dialog", "scroll pane")


def check_names(session):
    """Focusable elements without a name, or with the name of a type, once what is shown has come to rest."""
    findings = find_bad_names(session)
    if findings:
        session.rest()
        findings = find_bad_names(session)
    return findings


def find_bad_names(session):
    import pyatspi
    findings = []
    for node, states in session.walk():
        if not states.contains(pyatspi.STATE_FOCUSABLE) or node.getRoleName() in NO_STOPS:
            continue
        inside = any(child.name.strip() for child, _ in session.walk(node, 2) if child != node)
        if not node.name.strip() and not inside:
            findings.append(f"{node.getRoleName()} without a name")
        elif TYPE_NAME.match(node.name):
            findings.append(f"{node.getRoleName()} named by its type: {node.name}")
        elif node.name and node.name == node.description:
            findings.append(f"{node.getRoleName()} says its name twice: {node.name}")
    return findings


def describe(node):
    try:
        return (node.getRoleName(), node.name, node.description) if node is not None else None
    except Exception:                                       # went away while it was looked at
        return None


def press_tab(session, before):
    """Where Tab leads to from a stop. A busy machine may take a while."""
    session.press("Tab")
    session.settle(lambda: describe(session.find_focus()) not in (None, before))
    return session.find_focus()


def check_tab_order(session):
    """Where Tab goes: it must always be somewhere with a name, move on, and come round."""
    findings, stops = [], []
    for _ in range(MOST_STOPS):
        stop = describe(press_tab(session, stops[-1] if stops else None))
        if stop is None:
            findings.append(f"no focus after {stops[-1] if stops else 'the start'}")
            break
        if not stop[1].strip() and not stop[2].strip():
            findings.append(f"a stop without a name: {stop[0]}")
        if stops and stop == stops[-1]:
            findings.append(f"Tab stays at, or two neighbours are both, {stop}")
            break
        if stops and stop == stops[0] and len(stops) > 3:
            return findings
        stops.append(stop)
    else:
        findings.append(f"Tab does not come round in {MOST_STOPS} stops")
    return findings


def run_field_audit(cases, name, arguments):
    """The audit that is used for other programs as well, where it is there."""
    if not FIELD_AUDIT.exists():
        cases.skip(name, "it is not there")
        return
    run = subprocess.run(["/usr/bin/python3", FIELD_AUDIT, "--source", TOP / "src", *arguments], capture_output=True,
                         text=True, check=False, timeout=400)
    trouble = (run.stdout + run.stderr).splitlines()
    cases.check(name, [] if run.returncode == 0 else [line for line in trouble if not line.startswith("W ")][-12:])
