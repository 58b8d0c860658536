"""Prints what is kept: python -m tests.crash.counted"""

import json


def main() -> None:
    """The words of every story, and how many envelopes lie in the box."""
    import django

    django.setup()
    from samenspel.instruments.ballots.models import Envelope
    from samenspel.instruments.stories.models import Story

    words = sorted(Story.objects.values_list("words__body", flat=True))
    print(json.dumps({"stories": words, "envelopes": Envelope.objects.count()}))


if __name__ == "__main__":
    main()
