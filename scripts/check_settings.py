"""The settings as the type checker reads them: nothing is served, so no secrets are needed."""

import os

os.environ.setdefault("SAMENSPEL_DEBUG", "1")

from samenspel.config.settings import *  # noqa: F403
