"""What the tags of this app take: plain, frozen inputs."""

from samenspel.ui.figures.charts import (
    Area,
    AreaMap,
    Bar,
    BarChart,
    DotChart,
    DotRow,
    LineChart,
    Point,
    Pot,
    Series,
    ShelfItem,
)
from samenspel.ui.figures.compass import Compass, CompassItem, CompassRings
from samenspel.ui.figures.confront import Confrontation, ConfrontRow
from samenspel.ui.figures.maps import MapShape, MapValue, MapYear, MapYears, Outlines, ShapeMap
from samenspel.ui.figures.marks import ColumnBar, ColumnChart, MarkChart, MarkRow
from samenspel.ui.figures.parts import (
    ActionCard,
    Cell,
    Column,
    Crumb,
    DataTable,
    FirstStep,
    Party,
    Receipt,
    Room,
    Row,
    Seat,
)
from samenspel.ui.figures.share import FigureCard
from samenspel.ui.figures.table import Chair, Plate, Step, Table
from samenspel.ui.figures.trends import TrendLine, TrendPoint

__all__ = [
    "ActionCard",
    "Area",
    "AreaMap",
    "Bar",
    "BarChart",
    "Cell",
    "Chair",
    "Column",
    "ColumnBar",
    "ColumnChart",
    "Compass",
    "CompassItem",
    "CompassRings",
    "ConfrontRow",
    "Confrontation",
    "Crumb",
    "DataTable",
    "DotChart",
    "DotRow",
    "FigureCard",
    "FirstStep",
    "LineChart",
    "MapShape",
    "MapValue",
    "MapYear",
    "MapYears",
    "MarkChart",
    "MarkRow",
    "Outlines",
    "Party",
    "Plate",
    "Point",
    "Pot",
    "Receipt",
    "Room",
    "Row",
    "Seat",
    "Series",
    "ShapeMap",
    "ShelfItem",
    "Step",
    "Table",
    "TrendLine",
    "TrendPoint",
]
