"""Marks words for translators without translating them: contracts know no Django."""


def gettext_noop(text: str) -> str:
    """The text itself; the name is what the message collector looks for."""
    return text


def pgettext(context: str, text: str) -> str:
    """The same for a word that needs a context, such as what kind of word it is."""
    return text
