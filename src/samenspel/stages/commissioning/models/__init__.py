"""Calls with their results, joint plans with their partners, and awards."""

from samenspel.stages.commissioning.models.award import Award
from samenspel.stages.commissioning.models.call import Call, CallOption, ResultLine
from samenspel.stages.commissioning.models.plan import ConsentMark, JointPlan, Partner

__all__ = ["Award", "Call", "CallOption", "ConsentMark", "JointPlan", "Partner", "ResultLine"]
