"""Loads the demo neighbourhood: python -m tests.copies.filled"""


def main() -> None:
    """Tables and demo, without collecting style sheets."""
    import django

    django.setup()
    from samenspel.config.demo import load_demo
    from samenspel.config.server import migrate

    migrate(print)
    load_demo(print, fresh=False)


if __name__ == "__main__":
    main()
