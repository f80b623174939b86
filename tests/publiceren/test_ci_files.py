"""The files for GitHub Actions and GitLab CI are valid, pinned and without more rights than they need."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema  # type: ignore[import-untyped]
from click.testing import CliRunner

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"

RIGHTS = {
    "controle.yml": {"controle": {"contents": "read"}},
    "pakketten.yml": {"pakketten": {"contents": "read"}},
    "publiceren.yml": {"bouwen": {"contents": "read"}, "plaatsen": {"pages": "write", "id-token": "write"}},
}


def is_valid(schema: str, *files: Path) -> bool:
    """Tell whether every file follows one of the published schemas that check-jsonschema brings along."""
    arguments = ["--builtin-schema", schema, *map(str, files)]
    return CliRunner().invoke(check_jsonschema, arguments).exit_code == 0


def read(workflow: Path) -> dict[Any, Any]:
    """Read a workflow; YAML 1.1 makes the key `on` a true."""
    data: dict[Any, Any] = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    return data


def steps(workflow: Path) -> Iterator[dict[str, Any]]:
    """Every step of every job of a workflow."""
    for job in read(workflow)["jobs"].values():
        yield from job["steps"]


def test_workflows_follow_the_schema() -> None:
    """Both workflows are valid for GitHub."""
    assert sorted(RIGHTS) == [workflow.name for workflow in WORKFLOWS]
    assert is_valid("vendor.github-workflows", *WORKFLOWS)


def test_a_broken_workflow_is_noticed(tmp_path: Path) -> None:
    """The schema is really applied: a job without a runner is refused."""
    broken = tmp_path / "controle.yml"
    broken.write_text(WORKFLOWS[0].read_text(encoding="utf-8").replace("runs-on:", "rans-on:"), encoding="utf-8")

    assert not is_valid("vendor.github-workflows", broken)


def test_gitlab_file_follows_the_schema() -> None:
    """The pipeline is valid for GitLab."""
    assert is_valid("vendor.gitlab-ci", GITLAB)


def test_a_broken_gitlab_file_is_noticed(tmp_path: Path) -> None:
    """The schema is really applied: artifacts must be a map."""
    broken = tmp_path / ".gitlab-ci.yml"
    broken.write_text(
        re.sub(r"artifacts:\n(?: {4}.*\n?)+", "artifacts: 7\n", GITLAB.read_text(encoding="utf-8")), "utf-8"
    )

    assert not is_valid("vendor.gitlab-ci", broken)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_every_action_is_pinned(workflow: Path) -> None:
    """A tag can be moved, a commit cannot; the comment says which version it is."""
    uses = re.findall(r"uses: (.+)", workflow.read_text(encoding="utf-8"))

    assert uses
    assert [] == [use for use in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_rights_are_the_least(workflow: Path) -> None:
    """Nothing is allowed at the top; each job says what it needs and how long it may take."""
    data = read(workflow)

    assert {} == data["permissions"]
    assert RIGHTS[workflow.name] == {name: job["permissions"] for name, job in data["jobs"].items()}
    assert all(job["timeout-minutes"] <= 30 for job in data["jobs"].values())
    assert data["concurrency"]["group"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_no_foreign_code_meets_a_token(workflow: Path) -> None:
    """A proposal from outside runs without secrets, and no token stays behind in the checkout."""
    checkouts = [step for step in steps(workflow) if step.get("uses", "").startswith("actions/checkout@")]

    assert "pull_request_target" not in read(workflow)[True]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert all("${{" not in step.get("run", "") for step in steps(workflow))


def test_only_what_the_site_needs_is_installed() -> None:
    """Both forges take the lock for running: a part of the whole one, without the tests, a host or a missing hash."""
    alles, site = ((ROOT / f"requirements{part}.lock").read_text(encoding="utf-8") for part in ("", "-site"))
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    names = {re.split("[<>=!~; ]", line)[0] for line in site.splitlines() if line[0].isalpha()}

    assert {"requirements-site.lock"} == {
        *(read(workflow)["env"]["REQUIREMENTS"] for workflow in WORKFLOWS if workflow.name != "pakketten.yml"),
        read(GITLAB)["variables"]["REQUIREMENTS"],
    }
    assert {"mkdocs", "pydantic", "openpyxl", "setuptools"} <= names
    assert set() == names & {re.split("[<>=]", line)[0] for line in extra["dev"]}
    assert set() == set(site.splitlines()) - set(alles.splitlines())
    assert site.count("==") <= site.count("--hash=sha256:")
    assert "://" not in site


def test_site_is_rebuilt_every_night() -> None:
    """Between 02:00 and 06:00 in Amsterdam, in winter (UTC+1) and in summer (UTC+2)."""
    [moment] = read(ROOT / ".github" / "workflows" / "publiceren.yml")[True]["schedule"]
    minute, hour, *days = moment["cron"].split()

    assert ["*", "*", "*"] == days
    assert 0 <= int(minute) < 60
    assert all(2 <= int(hour) + offset < 6 for offset in (1, 2))


def test_both_forges_do_the_same() -> None:
    """Check and strict build on a proposal, strict build before publishing, with the targets of the Makefile."""
    gitlab = read(GITLAB)
    controle, pakketten, publiceren = (
        [step["run"] for step in steps(workflow) if "run" in step] for workflow in WORKFLOWS
    )
    targets = re.findall(r"^([\w./]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert [*controle] == [line.replace("check", "check --format github") for line in gitlab["controle"]["script"]]
    assert ["make audit"] == pakketten == gitlab["pakketten"]["script"]
    assert publiceren == gitlab["pages"]["script"][:1] == ["make site"]
    assert {"site", "audit", ".venv/klaar"} <= set(targets)
    assert "--strict" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_an_audit_that_could_not_ask_is_no_success() -> None:
    """pip-audit calls it fine when the index knows nothing of a package; --strict makes that a failure."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    [opdracht] = re.findall(r"-m pip_audit (.*)", makefile)

    assert "--strict" in opdracht.split()
    assert "--require-hashes -r requirements.lock" in opdracht
    assert re.search(r"pip-audit==\d+\.\d+\.\d+$", makefile, re.MULTILINE)
    assert not re.search(r"^test:.*audit", makefile, re.MULTILINE)
