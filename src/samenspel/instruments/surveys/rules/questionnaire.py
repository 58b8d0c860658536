"""A questionnaire as data: what is asked, when, and what counts as an answer. Knows no database and no language."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

MARK, ONE, SEVERAL, YESNO, NUMBER, REMARK = "mark", "one", "several", "yesno", "number", "remark"
MARKS = range(1, 11)
DO_NOT_KNOW = 0
YES, NO = 1, 2
MOST_NUMBER = 1_000_000
ON_A_SCREEN = 4  # marks of one heading

Values = tuple[int, ...]
Given = Mapping[str, Values]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is asked."""

    key: str
    kind: str
    section: str
    theme: str
    text: str
    choices: tuple[str, ...] = ()
    only_if: str = ""
    only_values: str = ""
    words: tuple[tuple[str, str], ...] = ()  # (language, lines)

    @property
    def allowed(self) -> range:
        """Numbers that can be an answer."""
        return {
            MARK: range(DO_NOT_KNOW, 11), YESNO: range(YES, NO + 1), NUMBER: range(MOST_NUMBER + 1),
        }.get(self.kind, range(1, len(self.choices) + 1))  # fmt: skip

    def fits(self, values: Sequence[int]) -> bool:
        """Whether this can be an answer."""
        single = self.kind != SEVERAL
        return all(v in self.allowed for v in values) and not (single and len(values) > 1)

    def known(self, values: Sequence[int]) -> Values:
        """The answers that say something: 'I do not know' says nothing about the neighbourhood."""
        return tuple(v for v in values if not (self.kind == MARK and v == DO_NOT_KNOW))

    def depends_on(self, others: Sequence[Asked]) -> bool:
        """Whether it is asked only after one of these."""
        return bool(self.only_if) and any(other.key == self.only_if for other in others)


Form = tuple[Asked, ...]


def ranges(words: str) -> tuple[tuple[int, int], ...] | None:
    """Pairs of "1-5, 8"; "ja" and "nee" are 1 and 2. Nothing when it cannot be read."""
    found = []
    for part in words.replace(";", ",").split(","):
        plain = {"ja": "1", "nee": "2", "yes": "1", "no": "2"}.get(part.strip().lower(), part.strip())
        low, dash, high = (piece.strip() for piece in plain.partition("-"))
        high = high if dash else low
        if not (low.isascii() and low.isdecimal() and high.isascii() and high.isdecimal() and len(low + high) < 15):
            return None
        found.append((int(low), int(high)))
    return tuple(found)


def is_asked(asked: Asked, form: Sequence[Asked], given: Given) -> bool:
    """Whether the answers so far lead to this question."""
    if not asked.only_if:
        return True
    parent = next((other for other in form if other.key == asked.only_if), None)
    if parent is None or not is_asked(parent, form, given):
        return False
    pairs = ranges(asked.only_values) or ()
    return any(low <= value <= high for value in parent.known(given.get(parent.key, ())) for low, high in pairs)


def path(form: Form, given: Given) -> Form:
    """The questions for somebody with these answers."""
    return tuple(asked for asked in form if is_asked(asked, form, given))


def screens(form: Form, given: Given) -> tuple[Form, ...]:
    """One question on a screen; marks under one heading go together, at most four."""
    made: list[list[Asked]] = []
    for asked in path(form, given):
        last = made[-1] if made else []
        together = bool(last) and asked.kind == MARK == last[-1].kind and asked.section == last[-1].section
        if together and len(last) < ON_A_SCREEN and not asked.depends_on(last):
            last.append(asked)
        else:
            made.append([asked])
    return tuple(tuple(screen) for screen in made)


def counted(form: Form, given: Given) -> dict[str, Values]:
    """The answers to keep: to questions that were asked, and nothing else."""
    return {asked.key: given[asked.key] for asked in path(form, given) if given.get(asked.key)}


def frozen(form: Form) -> str:
    """The questionnaire as text, the same for the same questions."""
    return json.dumps([asdict(asked) for asked in form], ensure_ascii=False, sort_keys=True)


def thawed(text: str) -> Form:
    """The questionnaire again."""
    rows = json.loads(text) if text else []
    return tuple(
        Asked(**{**row, "choices": tuple(row["choices"]), "words": tuple((a, b) for a, b in row["words"])})
        for row in rows
    )


def mark_of(form: Form) -> str:
    """What tells two questionnaires apart."""
    return sha256(frozen(form).encode()).hexdigest()
