"""The kind of text a figure takes."""

from django.utils.functional import _StrPromise

Text = str | _StrPromise
