"""Fixtures for every test: the shared cast, and the guard against writes outside actions."""

import os

# A server's settings on the developer's machine must not change what is tested; only the database may be chosen.
for name in [n for n in os.environ if n.startswith("SAMENSPEL_") and n != "SAMENSPEL_DATABASE_URL"]:
    del os.environ[name]

pytest_plugins = ["samenspel.kernel.tests.cast"]
