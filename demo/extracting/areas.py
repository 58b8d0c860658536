"""areas.csv and crosswalk.csv: the areas in the codes of 2020 and 2024, and which is which."""

from pathlib import Path

from demo.extracting.common import CITY, CODES, COUNTRY, KWB, NEW, OLD, by_code, written
from samenspel_sources.figures.read import AREAS, CHANGES

PEOPLE_2020 = "kwb/84799NED_kwb2020_TypedDataSet.csv.gz"
PLACE_CHANGES = "codes/amsterdam_buurten_2015_2022_crosswalk.csv.gz"

OLD_CODE, NEW_CODE = "BUURTCODE_CBS_2015", "BUURTCODE_CBS_2022"


def areas(folder: Path) -> bytes:
    """Country, city, wards and neighbourhoods with their inhabitants."""
    country = by_code(folder / PEOPLE_2020, "WijkenEnBuurten", ["AantalInwoners_5"])[COUNTRY]
    rows = [("CBS", COUNTRY, 2020, "Nederland", "country", "", country["AantalInwoners_5"])]
    for year, wards in CODES.items():
        known = by_code(folder / KWB.format(year=year), "Area_Code", ["District_Type", "Population_Total"])
        parents = [(CITY, "municipality", COUNTRY if year == 2020 else "")]
        for ward, parts in wards.items():
            parents.append((ward, "ward", CITY))
            parents.extend((part, "neighbourhood", ward) for part in parts)
        for code, kind, parent in parents:
            name, people = known[code]["District_Type"], known[code]["Population_Total"]
            rows.append(("CBS", code, year, name, kind, parent, people))
    return written(AREAS, rows)


def crosswalk(folder: Path) -> bytes:
    """Old to new codes, as the city published them; one to one."""
    names = {
        year: {c: r["District_Type"] for c, r in by_code(folder / KWB.format(year=year), "Area_Code").items()}
        for year in CODES
    }
    published = {old: record[NEW_CODE] for old, record in by_code(folder / PLACE_CHANGES, OLD_CODE).items()}
    pairs = [(CITY, CITY), *zip(OLD, NEW, strict=True)]
    pairs += [(old, published[old]) for parts in OLD.values() for old in parts]
    rows = [("CBS", o, 2020, n, 2024, names[2020][o], names[2024][n]) for o, n in pairs]
    return written(CHANGES, rows)
