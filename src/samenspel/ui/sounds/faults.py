"""Why a file is no recording that we keep."""


class Broken(ValueError):
    """It stops half way, or says about itself what is not so."""


class Moving(ValueError):
    """It holds pictures."""
