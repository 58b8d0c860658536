"""Which column of which file is which indicator. After `|`: `x1000`, `share of <column>`, or decimals to keep."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from demo.extracting.common import KWB

INDICATORS = Path(__file__).parents[1] / "data" / "indicators.csv"
CC_BY = "CC BY 4.0"


def units() -> Mapping[str, str]:
    """The unit of each indicator, from indicators.csv."""
    with INDICATORS.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["unit"] for row in csv.DictReader(file)}


@dataclass(frozen=True, slots=True)
class Source:
    """One file of one publisher about one period, and what it covers."""

    file: str
    area_year: int
    period: str
    publisher: str
    table: str
    columns: Mapping[str, str]
    code: str = "Area_Code"
    form: str = "csv"
    measured: str = "measured"
    licence: str = CC_BY
    covers: str = "city wards parts"
    filled_from_ward: bool = False
    rename: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=units)


PEOPLE = {
    "inhabitants": "Population_Total",
    "age_0_14": "Pop_Age_0_15|share of Population_Total",
    "age_15_24": "Pop_Age_15_25|share of Population_Total",
    "age_25_44": "Pop_Age_25_45|share of Population_Total",
    "age_45_64": "Pop_Age_45_65|share of Population_Total",
    "age_65_plus": "Pop_Age_65_Plus|share of Population_Total",
    "household_size": "Avg_Household_Size",
    "rented": "Pct_Rental",
    "owned": "Pct_Owner_Occupied",
    "empty_homes": "Pct_Unoccupied_Homes",
    "property_value": "Avg_Property_Value_1000EUR|x1000",
}
INCOME = {
    "income_per_inhabitant": "Avg_Income_Per_Inhabitant_1000EUR|x1000",
    "household_income": "Avg_Std_Household_Income_1000EUR|x1000",
    "below_120_minimum": "Pct_Below_120Pct_Social_Min",
    "low_income": "Pct_Low_Income_Households",
    "lowest_40_percent": "Pct_Lowest_40Pct_Income",
    "highest_20_percent": "Pct_Highest_20Pct_Income",
}
HOUSEHOLDS = {
    "households": "HuishoudensTotaal_28",
    "single_households": "Eenpersoonshuishoudens_29|share of HuishoudensTotaal_28",
    "families": "HuishoudensMetKinderen_31|share of HuishoudensTotaal_28",
    "density": "Bevolkingsdichtheid_33",
    "cars_per_household": "PersonenautoSPerHuishouden_102",
}
COUNTRY_PEOPLE = {
    "inhabitants": "AantalInwoners_5",
    "age_0_14": "k_0Tot15Jaar_8|share of AantalInwoners_5",
    "age_15_24": "k_15Tot25Jaar_9|share of AantalInwoners_5",
    "age_25_44": "k_25Tot45Jaar_10|share of AantalInwoners_5",
    "age_45_64": "k_45Tot65Jaar_11|share of AantalInwoners_5",
    "age_65_plus": "k_65JaarOfOuder_12|share of AantalInwoners_5",
    "household_size": "GemiddeldeHuishoudensgrootte_32",
}
HEALTH = {
    "trouble_making_ends_meet": "MoeiteMetRondkomen_38",
    "good_health": "ErvarenGezondheidGoedZeerGoed_4",
    "control_over_life": "MatigVeelRegieOverEigenLeven_27",
    "much_stress": "HeelVeelStressInAfgelopen4Weken_26",
    "anxiety_depression": "MatigHoogRisicoOpAngstOfDepressie_24",
    "sports_weekly": "WekelijkseSporters_6",
    "lonely": "Eenzaam_28",
    "seriously_lonely": "ErnstigZeerErnstigEenzaam_29",
    "volunteers": "Vrijwilligerswerk_33",
    "informal_care": "Mantelzorger_32",
    "neighbour_noise": "ErnstigeGeluidhinderDoorBuren_37",
}
LIVEABILITY = {
    "liveability": "afw|3",
    "liveability_homes": "won|3",
    "liveability_surroundings": "fys|3",
    "liveability_facilities": "vrz|3",
    "liveability_social": "soc|3",
    "liveability_safety": "onv|3",
}
NEARBY = {
    "supermarkets_1km": "supermarkets_within_1km",
    "food_shops_1km": "food_shops_within_1km",
    "cafes_1km": "cafes_within_1km",
    "restaurants_1km": "restaurants_within_1km",
    "distance_primary_school": "distance_to_primary_school",
    "distance_secondary_school": "distance_to_secondary_school",
}
SES = {
    "ses_score": "SES-WOA/Totaalscore/Gemiddelde score (Getal)",
    "education_high": "Opleidingsniveau/Hoog/Waarde (%)",
    "education_low": "Opleidingsniveau/Laag/Waarde (%)",
}

DENSITY = {"density": "Bevolkingsdichtheid_34"}

CBS = "CBS"
GGD = "GGD'en, CBS en RIVM"
BZK = "Ministerie van BZK"
TYPED = "kwb/84799NED_kwb2020_TypedDataSet.csv.gz"
BZK_OPEN = "open data, met bronvermelding"
KEY, ENCODING = "WijkenEnBuurten", "DistrictsAndNeighbourhoods"
SES_CODE = "Regiocode (gemeente, wijk, buurt) (code)"
SES_2019 = "wellbeing/85163NED_ses_woa_amsterdam_2019.csv"
INCOME_2023 = "kwb/amsterdam_Kerncijfers_wijken_en_buurten_2023_income.csv"
SELECTION = "kwb/85984NED_kwb2024_wijken_gemeenten_selectie.json"
RIVM = "wellbeing/rivm_gezondheid2020_18plus.csv.gz"
LBM = "wellbeing/leefbaarometer_2024_{part}.geojson.gz"
NEAR = "kwb/amsterdam_proximity_to_facilities_{year}.csv"
NEAR_2020 = NEARBY | {"distance_station": "DistanceToTrainStationAllTypes"}
NEAR_2024 = NEARBY | {"distance_station": "DistanceToTrainStationAllTypes_90"}

SOURCES = (
    Source(KWB.format(year=2020), 2020, "2020", CBS, "84799NED", PEOPLE),
    Source(KWB.format(year=2020), 2020, "2020", CBS, "84799NED", INCOME, filled_from_ward=True),
    Source(TYPED, 2020, "2020", CBS, "84799NED", HOUSEHOLDS, KEY, covers="country city wards parts"),
    Source(TYPED, 2020, "2020", CBS, "84799NED", COUNTRY_PEOPLE, KEY, covers="country"),
    Source(KWB.format(year=2024), 2024, "2024", CBS, "85984NED", PEOPLE),
    Source(INCOME_2023, 2024, "2023", CBS, "Kerncijfers wijken en buurten 2023", INCOME),
    Source(SELECTION, 2024, "2024", CBS, "85984NED", DENSITY, form="selection", covers="city wards"),
    Source(
        RIVM,
        2020,
        "2020",
        GGD,
        "Gezondheid per wijk en buurt 2020",
        HEALTH,
        KEY,
        measured="modelled",
        covers="country city wards parts",
        rename={"NL01": "NL00"},
    ),
    Source(
        LBM.format(part="buurten_PV27"),
        2024,
        "2024",
        BZK,
        "Leefbaarometer 3",
        LIVEABILITY,
        form="liveability",
        measured="modelled",
        licence=BZK_OPEN,
        covers="parts",
    ),
    Source(
        LBM.format(part="gemeenten"),
        2024,
        "2024",
        BZK,
        "Leefbaarometer 3",
        LIVEABILITY,
        form="liveability",
        measured="modelled",
        licence=BZK_OPEN,
        covers="city",
    ),
    Source(NEAR.format(year=2020), 2020, "2020", CBS, "Nabijheid voorzieningen 2020", NEAR_2020, ENCODING),
    Source(NEAR.format(year=2024), 2024, "2024", CBS, "Nabijheid voorzieningen 2024", NEAR_2024, ENCODING),
    Source(SES_2019, 2020, "2019", CBS, "85163NED", SES, SES_CODE),
)
