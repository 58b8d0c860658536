"""The section PROJECTS."""

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import Project
from samenspel_methods.allocation.pabulib.amounts import amount
from samenspel_methods.allocation.pabulib.report import Report
from samenspel_methods.allocation.pabulib.table import Table

CATEGORIES = ("category", "categories")
AREAS = ("neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "district", "districts", "area", "areas")
# Sums of the ballots: counted again, never taken from the file.
SUMS = ("votes", "score")


@dataclass(frozen=True, slots=True)
class Stated:
    """A number of votes that the file itself gives for a project."""

    line: int
    votes: str


def read_projects(table: Table, report: Report) -> tuple[tuple[Project, ...], Mapping[str, Stated]]:
    """The projects in the order of the file, and the votes it says they have."""
    number, cost = table.need("project_id"), table.need("cost")
    votes = table.places.get("votes")
    projects: dict[str, Project] = {}
    stated: dict[str, Stated] = {}
    for line, row in table.fitted():
        name = row[number].strip()
        if not name:
            raise AllocationError("empty_id", line)
        if "," in name:
            raise AllocationError("comma_in_id", line, project=name)
        found = _project(name, amount(row[cost], line, report, cost=name), row, table)
        if name in projects:
            _again(found, projects[name], line, report)
            continue
        if not found.cost:
            report.note("free_project", line, project=name)
        projects[name] = found
        stated[name] = Stated(line, row[votes].strip() if votes is not None else "")
    if not projects:
        raise AllocationError("no_projects", table.line)
    return tuple(projects.values()), stated


def listed(text: str) -> tuple[str, ...]:
    """The parts of a list with commas; empty parts are left out."""
    return tuple(part for piece in text.split(",") if (part := piece.strip()))


def _project(name: str, cost: int, row: list[str], table: Table) -> Project:
    category, area = table.first(CATEGORIES), table.first(AREAS)
    title = table.places.get("name")
    own = {table.places["project_id"], table.places["cost"], category, area, title}
    own |= {table.places.get(column) for column in SUMS}
    extra = tuple((column, row[at].strip()) for column, at in table.places.items() if at not in own)
    return Project(
        name,
        cost,
        row[title].strip() if title is not None else "",
        listed(row[category]) if category is not None else (),
        extra,
        listed(row[area]) if area is not None else (),
    )


def _again(found: Project, first: Project, line: int, report: Report) -> None:
    if found != first:
        raise AllocationError("double_project", line, project=found.id)
    report.problem("double_project", line, project=found.id)
