"""The command line behind ./samenspel: demo, serve, worker, verify, place, staff, import, backup, restore, tally."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.config.settings")


def say(text: str = "") -> None:
    """One line for the person at the keyboard."""
    print(text, flush=True)


def _setup(*, tables: bool = False) -> None:
    """Start Django; with `tables`, bring the database up to date first, so that every command works at once."""
    import django

    django.setup()
    if tables:
        from samenspel.config.server import migrate

        migrate(say)


def demo(args: argparse.Namespace) -> int:
    """Set up the demo neighbourhood (once) and serve it with its worker."""
    _setup()
    from samenspel.config.demo import load_demo
    from samenspel.config.server import prepare, serve, taken

    if not args.load_only and taken(say):
        return 1
    prepare(say)
    load_demo(say, fresh=args.fresh)
    if args.load_only:
        return 0
    return serve(say, demo=True)


def serve(args: argparse.Namespace) -> int:
    """Migrate and serve for real."""
    _setup()
    from samenspel.config import server

    if server.taken(say):
        return 1
    server.prepare(say)
    return server.serve(say, demo=False)


def worker(args: argparse.Namespace) -> int:
    """Run background work until stopped."""
    from django.core.management import call_command

    _setup()
    call_command("work")
    return 0


def verify(args: argparse.Namespace) -> int:
    """Walk every chain of the journal, every edition and every result of a vote; say what does not fit."""
    _setup(tables=True)
    from samenspel.kernel.handover.models import Edition
    from samenspel.kernel.handover.queries import broken_editions
    from samenspel.kernel.journal.queries import faults, head_of, places_with_a_journal
    from samenspel.stages.commissioning.queries.work_out import wrong_results

    wrong = 0
    for place in places_with_a_journal():
        found = list(faults(place, args.anchor))
        wrong += len(found)
        for fault in found[:20]:
            say(f"place {place}, entry {fault.seq}: {fault.code}")
        say(f"place {place}: {'does NOT verify' if found else 'verifies'}, head {head_of(place)}")
    for edition in broken_editions(Edition.objects.all()):
        wrong += 1
        say(f"edition {edition}: its text does not fit its hash")
    for code, why in wrong_results():
        wrong += 1
        say(f"vote {code}: its result does not follow from its ballots ({why})")
    say("Everything is as it was written." if not wrong else f"{wrong} problems.")
    return 1 if wrong else 0


def place(args: argparse.Namespace) -> int:
    """Add a neighbourhood, list those there are, name who organises its rounds, or let one move with all it has."""
    _setup(tables=True)
    from samenspel.config.commands import add_place, list_places, name_organiser
    from samenspel.config.copying import bring_in, take_along

    match args.verb:
        case "add":
            return add_place(say, args.name, args.slug, args.kind)
        case "organiser":
            return name_organiser(say, args.name, args.more)
        case "export":
            return take_along(say, args.name, args.more)
        case "import":
            wrong = bring_in(say, args.name, envelopes=not args.without_envelopes)
            return wrong or verify(argparse.Namespace(anchor=""))
    return list_places(say)


def backup(args: argparse.Namespace) -> int:
    """Copy everything to one file, while the site runs."""
    _setup()
    from samenspel.config.copying import back_up

    return back_up(say, args.file)


def restore(args: argparse.Namespace) -> int:
    """Put everything back, in an empty database or in a new SQLite file."""
    from samenspel.config.copying import new_file, put_back

    with new_file(args.into):
        _setup(tables=True)
        wrong = put_back(say, args.file, envelopes=not args.without_envelopes)
        return wrong or verify(argparse.Namespace(anchor=""))


def staff(args: argparse.Namespace) -> int:
    """Make somebody staff, with the second factors that their account has now."""
    _setup(tables=True)
    from samenspel.config.commands import make_staff

    return make_staff(say, args.email, args.given_by)


def import_files(args: argparse.Namespace) -> int:
    """Read files in, or a live source; says per file what it is and what was done."""
    _setup(tables=True)
    from samenspel.config import reading

    if args.files[0] in LIVE and len(args.files) > 1 and not os.path.exists(args.files[0]):
        return reading.read_live(say, args)
    return reading.import_files(say, args)


def profile(args: argparse.Namespace) -> int:
    """The profile of an area: on the screen, as data or as a PDF."""
    _setup(tables=True)
    from samenspel.config.profiles import show

    return show(say, args.area, args.form, args.output)


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    top = argparse.ArgumentParser(prog="samenspel", description="Samenspel on the command line.")
    commands = top.add_subparsers(dest="command", required=True)
    sub = commands.add_parser("demo", help="set up and serve the demo neighbourhood")
    sub.add_argument("--fresh", action="store_true", help="throw the demo data away and load it again")
    sub.add_argument("--load-only", action="store_true", help="load, do not serve")
    commands.add_parser("serve", help="migrate and serve for real")
    commands.add_parser("worker", help="run background work")
    sub = commands.add_parser("verify", help="check the journal and the editions")
    sub.add_argument("--anchor", default="", help="a hash that must occur in the chain")
    sub = commands.add_parser("place", help="neighbourhoods")
    sub.add_argument("verb", choices=["add", "list", "organiser", "export", "import"])
    sub.add_argument("name", nargs="?", default="", help="name of a new place, its short name, or a file (with import)")
    sub.add_argument("more", nargs="?", default="", help="an address (with organiser) or a new file (with export)")
    sub.add_argument("--without-envelopes", action="store_true", help="leave out ballots of a vote that was running")
    sub.add_argument("--slug", default="")
    sub.add_argument("--kind", default="neighbourhood")
    sub = commands.add_parser("staff", help="make somebody staff, with the passkeys they have now")
    sub.add_argument("email")
    sub.add_argument("given_by", help="who decided this, and when")
    sub = commands.add_parser("import", help="read files in, or: import figures SOURCE, import boundaries SOURCE")
    sub.add_argument("files", nargs="+")
    sub.add_argument("--place", default="", help="for what belongs to one neighbourhood: grants, a budget, a vote")
    sub.add_argument("--cycle", default="")
    for name, told in HINTS.items():
        sub.add_argument(f"--{name}", default="", help=told)
    sub.add_argument("--area-year", type=int, default=0, help="the year of the area codes")
    sub = commands.add_parser("profile", help="the profile of an area: a code, several with + between, or a name")
    sub.add_argument("area")
    for form in ("json", "csv", "pdf"):
        sub.add_argument(f"--{form}", dest="form", action="store_const", const=form, default="text")
    sub.add_argument("--output", default="", help="a file; otherwise the screen")
    sub = commands.add_parser("backup", help="copy everything to one file")
    sub.add_argument("file")
    sub = commands.add_parser("restore", help="put everything back from a copy")
    sub.add_argument("file")
    sub.add_argument("--into", default="", help="a new SQLite file, instead of the empty database of the settings")
    sub.add_argument("--without-envelopes", action="store_true", help="leave out ballots of a vote that was running")
    for name in COUNTING:
        commands.add_parser(name, help=f"a vote about money in a .pb file; see: samenspel {name} --help")
    for name in ("verify", "place", "staff", "import", "profile", "backup", "restore"):
        commands.choices[name].add_argument("--demo", action="store_true", help="in the demo neighbourhood")
    return top


LIVE = ("figures", "boundaries")
HINTS = {
    "period": "the year the figures are about", "municipality": "whose codes these are, for example GM0344",
    "source": "who published the file", "table": "the table of the source", "title": "the title of the table",
    "licence": "how the figures may be used", "within": "only this municipality, for example GM0363",
    "recorded": "a folder with recorded answers, instead of the live source",
}

COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "demo": demo, "serve": serve, "worker": worker, "verify": verify, "place": place, "staff": staff,
    "import": import_files, "profile": profile, "backup": backup, "restore": restore,
}  # fmt: skip


# Counting needs no site and no database, so these go straight to the library, with options of their own.
COUNTING = ("tally", "verify-result")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    given = sys.argv[1:] if argv is None else list(argv)
    if given and given[0] in COUNTING:
        from samenspel_methods.allocation.command import main as count

        return count(given[0], given[1:])
    args = parser().parse_args(given)
    if getattr(args, "demo", False):
        os.environ["SAMENSPEL_DEMO"] = "1"
    return COMMANDS[args.command](args)


if __name__ == "__main__":
    sys.exit(main())
