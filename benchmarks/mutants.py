"""Small faults, put one at a time into a source text: the operators of Cosmic Ray, and three of our own.

Left out, because no honest test can tell: annotations and imports, words for people (labels, translated texts,
docstrings), at which letter a long text is cut, how a data class is stored, `__all__`, and what only type checkers
read. A fault after which the file does not even load is no mutant.
"""

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

# The nearest neighbour of each operator: far ones (`==` for `>`) are caught by any test and would flatter the score.
NAMES = (
    *(f"ReplaceComparisonOperator_{pair}" for pair in (
        "Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Is_IsNot", "IsNot_Is",
    )),
    *(f"ReplaceBinaryOperator_{pair}" for pair in (
        "Add_Sub", "Sub_Add", "Mul_FloorDiv", "FloorDiv_Mul", "Div_Mul", "Mod_FloorDiv", "BitOr_BitAnd", "BitAnd_BitOr",
        "BitXor_BitOr", "LShift_RShift", "RShift_LShift",
    )),
    "ReplaceUnaryOperator_Delete_Not", "AddNot", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue", "NumberReplacer", "ZeroIterationForLoop", "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak", "ExceptionReplacer",
)  # fmt: skip
OPERATORS = {name: get_operator(f"core/{name}")() for name in NAMES}
WORDS = {"_", "__", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "lazystr"}
FOR_PEOPLE = {"label", "help_text", "verbose_name", "words"}


@dataclass(frozen=True)
class Mutant:
    """One fault in one file."""

    line: int
    operator: str
    source: str


def _quiet(tree: ast.Module) -> set[int]:
    """Every line on which only words for people, types or imports stand."""
    spans: set[tuple[int, int]] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom) or _is_docstring(node) or _is_listing(node):
            spans.add((node.lineno, node.end_lineno or 0))  # type: ignore[attr-defined]
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            spans.add((node.lineno, node.end_lineno or 0))
    return {line for start, end in spans for line in range(start, end + 1)}


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_listing(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"


def _is_cut(node: ast.AST) -> bool:
    """`words[:500]`: one letter more or less of a long text."""
    if not isinstance(node, ast.Slice) or not isinstance(node.upper, ast.Constant):
        return False
    return isinstance(node.upper.value, int) and node.upper.value >= 40


def _spans_for_people(tree: ast.Module) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """From where to where annotations and words for people run."""
    found: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            found.append(node.annotation)
        elif isinstance(node, ast.FunctionDef) and node.returns:
            found.append(node.returns)
        elif isinstance(node, ast.keyword) and node.arg in FOR_PEOPLE:
            found.append(node.value)
        elif (isinstance(node, ast.Call) and getattr(node.func, "id", "") in {*WORDS, "dataclass"}) or _is_cut(node):
            found.append(node)
    return [((n.lineno, n.col_offset), (n.end_lineno, n.end_col_offset)) for n in found]  # type: ignore[attr-defined]


def mutants(source: str, *, sample: int = 0, seed: str = "") -> list[Mutant]:
    """All mutants of a file, or a fixed sample of them."""
    tree = ast.parse(source)
    quiet, spans = _quiet(tree), _spans_for_people(tree)
    places = [
        (at, name, number, text)
        for at, name, number, text in (*_of_cosmic_ray(source), *_our_own(source, tree))
        if at[0] not in quiet and not any(start <= at < end for start, end in spans)
    ]
    places.sort(key=lambda place: (place[0], place[1], place[2]))
    if sample and len(places) > sample:
        places = sorted(random.Random(seed).sample(places, sample))
    made = []
    for at, name, number, text in places:
        changed = text or mutate_code(source, OPERATORS[name], number)
        if changed and changed != source:
            made.append(Mutant(at[0], name, changed))
    return made


Place = tuple[tuple[int, int], str, int, str]


def _of_cosmic_ray(source: str) -> Iterator[Place]:
    nodes = list(ast_nodes(get_ast(source)))
    for name, operator in OPERATORS.items():
        positions = (position[0] for node in nodes for position in operator.mutation_positions(node))
        for number, start in enumerate(positions):
            yield start, name, number, ""


def _our_own(source: str, tree: ast.Module) -> Iterator[Place]:
    """Left out: a statement that does something. Turned round: `in`. Another one: a role or state for its neighbour."""
    lines = source.encode().splitlines(keepends=True)
    members: dict[str, list[str]] = {}
    named = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr.isupper()]
    for node in named:
        known = members.setdefault(ast.unparse(node.value), [])
        known += [node.attr] if node.attr not in known else []
    for node in named:
        known = members[ast.unparse(node.value)]
        if len(known) > 1:
            other = known[(known.index(node.attr) + 1) % len(known)]
            yield _put(lines, node, f"{ast.unparse(node.value)}.{other}", "AnotherMember")
    yield from _statements(lines, tree)


def _statements(lines: list[bytes], tree: ast.Module) -> Iterator[Place]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], ast.In | ast.NotIn):
            turned = "not in" if isinstance(node.ops[0], ast.In) else "in"
            text = f"{ast.unparse(node.left)} {turned} {ast.unparse(node.comparators[0])}"
            yield _put(lines, node, f"({text})", "TurnedIn")
        elif isinstance(node, ast.Raise) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
            yield _put(lines, node, "pass", "LeftOut")
        elif isinstance(node, ast.Assign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            parts = [p for t in targets for p in (t.elts if isinstance(t, ast.Tuple) else [t])]
            if all(isinstance(p, ast.Attribute | ast.Subscript) for p in parts):
                yield _put(lines, node, "pass", "LeftOut")


def _put(lines: list[bytes], node: ast.stmt | ast.expr, text: str, name: str) -> Place:
    """The source with other text in the place of a node, on the same number of lines."""
    first, last = node.lineno - 1, (node.end_lineno or 0) - 1
    before, after = lines[first][: node.col_offset], lines[last][node.end_col_offset or 0 :]
    whole = "(" + text + "\n" * (last - first) + ")" if text != "pass" else text + after.decode().rstrip("\n")
    if text == "pass":
        changed = [*lines[:first], before + whole.encode() + b"\n", *[b"\n"] * (last - first), *lines[last + 1 :]]
    else:
        changed = [*lines[:first], before + whole.encode() + after, *lines[last + 1 :]]
    return (node.lineno, node.col_offset), name, 0, b"".join(changed).decode()
