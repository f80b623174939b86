"""The files for four git servers are valid, pinned and without more rights than they need, and do the same."""

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

from macros.model.instellingen import Voorstellen
from macros.publiceren import inrichting

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
FORGEJO = ROOT / ".forgejo" / "workflows" / "controle.yml"
AZURE = ROOT / ".azuredevops" / "controle.yml"
SJABLONEN = (
    ".github/pull_request_template.md",
    ".gitlab/merge_request_templates/Default.md",
    ".forgejo/pull_request_template.md",
    ".azuredevops/pull_request_template.md",
)

RIGHTS = {
    "controle.yml": {"controle": {"contents": "read"}},
    "opmerking.yml": {"opmerking": {"actions": "read", "contents": "read", "pull-requests": "write"}},
    "pakketten.yml": {"pakketten": {"contents": "read"}},
    "publiceren.yml": {"bouwen": {"contents": "read"}, "plaatsen": {"pages": "write", "id-token": "write"}},
}


def is_valid(schema: str, *files: Path) -> bool:
    """Tell whether every file follows one of the published schemas that check-jsonschema brings along."""
    # The patterns of the schema of Azure are those of Python.
    variant = ["--regex-variant", "python"] if "azure" in schema else []
    arguments = ["--builtin-schema", schema, *variant, *map(str, files)]
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
    """All workflows are valid for GitHub, and so is that of Forgejo, which reads the same."""
    assert sorted(RIGHTS) == [workflow.name for workflow in WORKFLOWS]
    assert is_valid("vendor.github-workflows", *WORKFLOWS, FORGEJO)


def test_a_broken_workflow_is_noticed(tmp_path: Path) -> None:
    """The schema is really applied: a job without a runner is refused."""
    broken = tmp_path / "controle.yml"
    broken.write_text(WORKFLOWS[0].read_text(encoding="utf-8").replace("runs-on:", "rans-on:"), encoding="utf-8")

    assert not is_valid("vendor.github-workflows", broken)


def test_gitlab_file_follows_the_schema() -> None:
    """The pipeline is valid for GitLab."""
    assert is_valid("vendor.gitlab-ci", GITLAB)


def test_azure_file_follows_the_schema() -> None:
    """The pipeline is valid for Azure DevOps."""
    assert is_valid("vendor.azure-pipelines", AZURE)


def test_a_broken_azure_file_is_noticed(tmp_path: Path) -> None:
    """The schema is really applied: a job has steps."""
    broken = tmp_path / "controle.yml"
    broken.write_text(AZURE.read_text(encoding="utf-8").replace("    steps:", "    stappen:"), encoding="utf-8")

    assert not is_valid("vendor.azure-pipelines", broken)


def test_a_broken_gitlab_file_is_noticed(tmp_path: Path) -> None:
    """The schema is really applied: artifacts must be a map."""
    broken = tmp_path / ".gitlab-ci.yml"
    broken.write_text(
        re.sub(r"  artifacts:\n(?: {4}.*\n?)+", "  artifacts: 7\n", GITLAB.read_text(encoding="utf-8")), "utf-8"
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
        *(
            read(workflow)["env"]["REQUIREMENTS"]
            for workflow in WORKFLOWS
            if workflow.name in {"controle.yml", "publiceren.yml"}
        ),
        read(FORGEJO)["jobs"]["controle"]["env"]["REQUIREMENTS"],
        read(AZURE)["variables"]["REQUIREMENTS"],
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


CONTROLE = (
    "make .venv/klaar",
    ".venv/bin/handboek diff … --format md > verschil.md || test -s verschil.md",
    ".venv/bin/handboek check",
    "make site",
)
"""What each git server does with a proposal, whatever stands around it."""


def opdrachten(*regels: str) -> list[str]:
    """The commands of ours in a job, without what differs: how a version is named, and how problems are shown."""
    los = (deel.strip() for regel in regels for lijn in regel.splitlines() for deel in lijn.split(" && "))
    los = (re.sub(r"handboek diff .* --format md", "handboek diff … --format md", deel) for deel in los)
    los = (re.sub(r"handboek check --format (?:github|azure)$", "handboek check", deel) for deel in los)
    return [deel for deel in los if re.match(r"make |\.venv/bin/handboek (?:diff|check$)", deel)]


def test_all_forges_do_the_same() -> None:
    """Say what changes, check and build strictly, with the targets of the Makefile."""
    gitlab, azure = read(GITLAB), read(AZURE)["jobs"]
    runs = {workflow.name: [step["run"] for step in steps(workflow) if "run" in step] for workflow in WORKFLOWS}
    github = [step["run"] for step in steps(WORKFLOWS[0]) if "run" in step]
    targets = re.findall(r"^([\w./]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert [*CONTROLE] == opdrachten(*gitlab["controle"]["script"])
    assert [*CONTROLE] == opdrachten(*github)
    assert [*CONTROLE] == opdrachten(*(step["run"] for step in read(FORGEJO)["jobs"]["controle"]["steps"]))
    assert [*CONTROLE] == opdrachten(*(step["script"] for step in azure[0]["steps"] if "script" in step))
    assert ["make audit"] == runs["pakketten.yml"] == gitlab["pakketten"]["script"]
    assert runs["publiceren.yml"] == gitlab["pages"]["script"][:1] == ["make site"]
    assert {"site", "audit", ".venv/klaar"} <= set(targets)
    assert "--strict" in (ROOT / "Makefile").read_text(encoding="utf-8")


def met_sleutel(stappen: list[dict[str, Any]]) -> list[str]:
    """What is run in steps that hold a token that may write."""
    return [str(stap.get("run") or stap.get("script")) for stap in stappen if "HANDBOEK_TOKEN" in stap.get("env", {})]


def test_a_token_meets_no_proposal() -> None:
    """
    Only the step that puts the remark there has the token, and its job runs nothing but the code of the main branch.
    """
    opmerking = read(ROOT / ".github" / "workflows" / "opmerking.yml")
    forgejo, azure, gitlab = read(FORGEJO)["jobs"], {een["job"]: een for een in read(AZURE)["jobs"]}, read(GITLAB)
    banen = {
        "github": opmerking["jobs"]["opmerking"]["steps"],
        "forgejo": forgejo["opmerking"]["steps"],
        "azure": azure["opmerking"]["steps"],
    }

    for soort, stappen in banen.items():
        [opdracht] = met_sleutel(stappen)
        assert f"python3 -m macros.publiceren.plaatsing {soort} " in opdracht
        assert not re.search(r"handboek (?:check|diff)|make ", " ".join(str(stap) for stap in stappen))
    assert [] == met_sleutel(forgejo["controle"]["steps"]) + met_sleutel(azure["controle"]["steps"])
    assert "python3 -m macros.publiceren.plaatsing gitlab verschil.md" == gitlab["plaatsen"]["script"][-1]
    assert "HANDBOEK_TOKEN" not in str(gitlab)
    assert "github.event.repository.default_branch" in banen["github"][0]["with"]["ref"]
    assert "refs/pull" not in banen["forgejo"][0]["run"]
    assert {"checkout": "none"} == banen["azure"][0]
    assert all('"pipeline"' in regel["if"] for regel in gitlab["plaatsen"]["rules"])


def test_a_pipeline_for_a_remark_publishes_nothing() -> None:
    """On the main branch of GitLab each other job has a condition that leaves it out."""
    gitlab = read(GITLAB)
    eerste = {naam: baan["rules"][0] for naam, baan in gitlab.items() if isinstance(baan, dict) and "rules" in baan}
    eerste = {naam: regel for naam, regel in eerste.items() if naam not in {"workflow", "plaatsen"}}

    assert {"if": '$CI_PIPELINE_SOURCE == "pipeline"', "when": "never"} == eerste.pop("pages")
    assert all(
        re.search(r'CI_PIPELINE_SOURCE == "(?:push|schedule|merge_request_event)"', een["if"])
        for een in eerste.values()
    )


@pytest.mark.parametrize("plek", SJABLONEN)
def test_a_proposal_begins_with_two_questions(plek: str) -> None:
    """
    Each git server finds the same short text where it looks for it.
    """
    tekst = (ROOT / plek).read_text(encoding="utf-8")

    assert tekst == (ROOT / SJABLONEN[0]).read_text(encoding="utf-8")
    assert 10 > len([regel for regel in tekst.splitlines() if regel])
    assert "**Waarom verandert dit?**" in tekst


def test_each_way_to_pages_warns_that_everybody_may_read() -> None:
    """At the top of the file, where who switches it on reads it."""
    forgejo = (ROOT / "macros/publiceren/server/forgejo.yml").read_text(encoding="utf-8")

    for pad in (GITLAB, ROOT / ".github/workflows/publiceren.yml"):
        kop = " ".join(re.findall(r"(?m)^# ?(.*)", pad.read_text(encoding="utf-8")))
        assert "A Pages site can be open to the world, even from a private repository" in kop
    assert "kan iedereen lezen, ook als de repository besloten is" in forgejo.partition("name:")[0]


def test_forgejo_hands_on_what_main_became(tmp_path: Path) -> None:
    """The sample follows the schema of workflows, asks for a push of main and keeps the key to who runs it."""
    waarden = inrichting.waarden("/srv/handboek", "https://handboek.example/", "handboek", Voorstellen())
    (tmp_path / "publiceren.yml").write_text(inrichting.ingevuld("forgejo.yml", waarden), encoding="utf-8")
    [stap] = [een for een in steps(tmp_path / "publiceren.yml") if "HANDBOEK_SLEUTEL" in een.get("env", {})]

    assert is_valid("vendor.github-workflows", tmp_path / "publiceren.yml")
    assert {"push": {"branches": ["main"]}} == read(tmp_path / "publiceren.yml")[True]
    assert "git -C handboek push handboek@handboek.example:handboek.git HEAD:main" in stap["run"]
    assert "umask 077" in stap["run"]
    assert "${{" not in stap["run"]


def test_an_audit_that_could_not_ask_is_no_success() -> None:
    """pip-audit calls it fine when the index knows nothing of a package; --strict makes that a failure."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    [opdracht] = re.findall(r"-m pip_audit (.*)", makefile)

    assert "--strict" in opdracht.split()
    assert "--require-hashes -r requirements.lock" in opdracht
    assert re.search(r"pip-audit==\d+\.\d+\.\d+$", makefile, re.MULTILINE)
    assert not re.search(r"^test:.*audit", makefile, re.MULTILINE)
