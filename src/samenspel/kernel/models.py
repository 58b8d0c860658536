"""All tables of the kernel, for Django."""

from samenspel.kernel.access.models import *  # noqa: F403
from samenspel.kernel.action.models import Once  # noqa: F401
from samenspel.kernel.cycle.models import *  # noqa: F403
from samenspel.kernel.daily.models import DayJob  # noqa: F401
from samenspel.kernel.handover.models import Edition  # noqa: F401
from samenspel.kernel.journal.models import Entry, EntryText, Head, Notice  # noqa: F401
from samenspel.kernel.lineage.models import Edge, Node  # noqa: F401
from samenspel.kernel.money.models import MoneyAccount, Posting, Transaction  # noqa: F401
from samenspel.kernel.news.models import Follow, Reader  # noqa: F401
from samenspel.kernel.people.models import *  # noqa: F403
from samenspel.kernel.places.models import *  # noqa: F403
from samenspel.kernel.texts.models import Text  # noqa: F401
