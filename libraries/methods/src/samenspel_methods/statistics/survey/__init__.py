"""What residents said in a survey: marks, shares, response, weights and waves, with how sure they are."""

from samenspel_methods.statistics.survey.groups import by_group
from samenspel_methods.statistics.survey.marks import Mark, mean_mark
from samenspel_methods.statistics.survey.raking import Raked, rake
from samenspel_methods.statistics.survey.response import response
from samenspel_methods.statistics.survey.shares import Share, share
from samenspel_methods.statistics.survey.waves import change_of_mark, change_of_share

__all__ = [
    "Mark",
    "Raked",
    "Share",
    "by_group",
    "change_of_mark",
    "change_of_share",
    "mean_mark",
    "rake",
    "response",
    "share",
]
