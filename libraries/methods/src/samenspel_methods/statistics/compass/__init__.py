"""The compass of an area: the city is 100, from figure to theme to quarter to the whole.

The score of one figure (`compass_score`, `mean_distance`, `Direction`, `Scale`) is a name of the package above.
"""

from samenspel_methods.statistics.compass.compare import Comparison, compare
from samenspel_methods.statistics.compass.model import Compass, Figure, Quarter, Ring
from samenspel_methods.statistics.compass.rings import compass
from samenspel_methods.statistics.compass.yardstick import Yardstick, yardstick

__all__ = ["Comparison", "Compass", "Figure", "Quarter", "Ring", "Yardstick", "compare", "compass", "yardstick"]
