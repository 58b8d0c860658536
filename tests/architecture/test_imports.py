"""The storeys, the rooms and the cycles: import-linter reads `.importlinter`."""

from importlinter.api import read_configuration
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from samenspel.contracts.flow import FLOW
from samenspel.contracts.rooms import ROOM
from tests.architecture.house import ROOT, nothing, platform


def test_every_import_rule_holds() -> None:
    status = lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=False, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, "see the report of import-linter above"


def test_no_import_rule_was_taken_away() -> None:
    kinds = {contract["type"] for contract in read_configuration(str(ROOT / ".importlinter"))["contracts_options"]}
    assert kinds == {"layers", "independence", "forbidden", "acyclic_siblings"}


def test_a_stage_reads_only_the_contracts_that_flow_names() -> None:
    stray = []
    for module in platform():
        parts = module.name.split(".")
        if parts[1:2] != ["stages"] or len(parts) < 3:
            continue
        flow = FLOW[parts[2]]
        allowed = {parts[2], *flow.reads, *flow.reads_previous}
        for name in module.imports.values():
            contract = name.removeprefix("samenspel.contracts.").split(".")[0]
            if name.startswith("samenspel.contracts.") and contract in ROOM and contract not in allowed:
                stray.append(f"{module.where} reads {contract}")
    nothing(stray)


def test_only_the_previous_cycle_is_read_backwards() -> None:
    late = [
        f"{stage} reads {read}"
        for stage, flow in FLOW.items()
        for read in flow.reads
        if ROOM[read].number >= ROOM[stage].number
    ]
    nothing(late)
