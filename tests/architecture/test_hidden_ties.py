"""No ties that import rules cannot see: signals, generic keys, lookups by name, actions in actions."""

import ast

from tests.architecture.house import Module, decorators, nothing, platform

FORBIDDEN = (
    "django.db.models.signals",
    "django.dispatch",
    "django.core.signals",
    "django.contrib.contenttypes",
    "django.utils.module_loading",
    "django.contrib.admin",
)


def test_no_signals_generic_keys_or_imports_by_name() -> None:
    nothing(
        [
            f"{module.where}: {name}"
            for module in platform()
            for name in module.imports.values()
            if name.startswith(FORBIDDEN) and module.name != "samenspel.config.settings"
        ]
    )


def test_no_table_is_looked_up_by_name() -> None:
    nothing(
        [
            f"{module.where}:{node.lineno}"
            for module in platform()
            if "get_model" in module.text
            for node in module.nodes
            if isinstance(node, ast.Attribute) and node.attr in ("get_model", "get_models")
            if isinstance(node.value, ast.Name) and node.value.id == "apps" and node.attr == "get_model"
        ]
    )


def actions_of(module: Module) -> dict[str, ast.FunctionDef | ast.AsyncFunctionDef]:
    if "action(" not in module.text:
        return {}
    return {f.name: f for f in module.functions if "action" in decorators(f)}


def called(module: Module, function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """Full names of everything a function calls, as far as the file tells."""
    names = set()
    for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
        match call.func:
            case ast.Name(id=name):
                names.add(module.imports.get(name, f"{module.name}.{name}"))
            case ast.Attribute(value=ast.Name(id=holder), attr=name):
                names.add(f"{module.imports.get(holder, '?')}.{name}")
    return names


def test_actions_never_call_actions() -> None:
    found = [(module, name, body) for module in platform() for name, body in actions_of(module).items()]
    known = {f"{module.name}.{name}" for module, name, _ in found}
    nothing(
        [
            f"{module.where}: {name} calls {other}"
            for module, name, body in found
            for other in sorted(called(module, body) & known)
        ]
    )


def test_every_action_lives_in_actions_and_says_what_it_means() -> None:
    wrong = []
    for module in platform():
        for name, body in actions_of(module).items():
            if module.file != "actions":
                wrong.append(f"{module.where}: {name} belongs in actions.py")
            if len((ast.get_docstring(body) or "").split()) < 4:
                wrong.append(f"{module.where}: {name} needs a sentence that says what it means for the neighbourhood")
    nothing(wrong)
