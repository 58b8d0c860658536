"""Prints what a visitor can take along: python -m tests.copies.taken [PLACE]"""

import hashlib
import json
import sys


def main() -> None:
    """Every open table, or the part of one place, in every format, as SHA-256 of each line."""
    import django

    django.setup()
    from samenspel.contracts.actor import Actor
    from samenspel.kernel.exports import registered
    from samenspel.kernel.exports.formats import as_csv, as_json
    from samenspel.kernel.exports.queries import plain_rows
    from samenspel.kernel.places.queries import place_by_slug

    place = place_by_slug(sys.argv[1]) if sys.argv[1:] else None
    found = {}
    for name, export in registered().items():
        for kind, make in (("csv", as_csv), ("json", as_json)):
            lines = make(export, plain_rows(export, Actor(), place.pk if place else None))
            found[f"{name}.{kind}"] = [hashlib.sha256(line.encode()).hexdigest() for line in lines]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
