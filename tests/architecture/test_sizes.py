"""Small enough to read: files, functions, views and templates."""

from tests.architecture.house import decorators, modules, nothing, percentile, platform, templates

FILE, FILE_P95 = 400, 190
FUNCTION, FUNCTION_P95 = 50, 27
VIEW = 15
TEMPLATE, TEMPLATE_MEAN = 120, 40


def test_files_are_short() -> None:
    sizes = {module.where: module.text.count("\n") for module in modules()}
    nothing({where: size for where, size in sizes.items() if size > FILE})
    assert percentile(list(sizes.values()), 0.95) <= FILE_P95


def test_functions_are_short() -> None:
    sizes = {
        f"{module.where}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for module in modules()
        for function in module.functions
    }
    nothing({where: size for where, size in sizes.items() if size > FUNCTION})
    assert percentile(list(sizes.values()), 0.95) <= FUNCTION_P95


def test_views_are_at_most_fifteen_lines() -> None:
    sizes = {
        f"{module.where}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for module in platform()
        if "page(" in module.text
        for function in module.functions
        if "page" in decorators(function)
    }
    nothing({where: size for where, size in sizes.items() if size > VIEW})


def test_templates_are_short() -> None:
    sizes = {path.name: text.count("\n") for path, text in templates().items()}
    nothing({name: size for name, size in sizes.items() if size > TEMPLATE})
    assert sum(sizes.values()) <= TEMPLATE_MEAN * max(1, len(sizes))
