"""Forms of the pact room."""

from samenspel.stages.pact.forms.commitments import (
    ConnectForm,
    KeepForm,
    LateForm,
    NotAnsweredForm,
    PromiseForm,
    RemindForm,
    RenegotiateForm,
    StepBackForm,
    WithdrawForm,
)
from samenspel.stages.pact.forms.pacts import (
    ConveneForm,
    DescribeForm,
    EndForm,
    InForceForm,
    OpenForm,
    SignForm,
)

__all__ = [
    "ConnectForm",
    "ConveneForm",
    "DescribeForm",
    "EndForm",
    "InForceForm",
    "KeepForm",
    "LateForm",
    "NotAnsweredForm",
    "OpenForm",
    "PromiseForm",
    "RemindForm",
    "RenegotiateForm",
    "SignForm",
    "StepBackForm",
    "WithdrawForm",
]
